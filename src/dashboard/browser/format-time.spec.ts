import { describe, expect, it } from '@jest/globals';
import { formatDay, formatFullDate, formatMinute, formatShortDate, needsYear, toWindowDate } from './format-time.js';

describe('a date on the page', () => {
  it.each<{ date: string; day: string; fullDay: string; shortDate: string }>`
    date             | day             | fullDay               | shortDate
    ${'2024-04-29'}  | ${'Mon 29 Apr'} | ${'29 April 2024'}    | ${'29-04-2024'}
    ${'0000-12-31'}  | ${'Sun 31 Dec'} | ${'31 December 0000'} | ${'31-12-0000'}
    ${'0001-01-01'}  | ${'Mon 1 Jan'}  | ${'1 January 0001'}   | ${'01-01-0001'}
    ${'9999-12-31'}  | ${'Fri 31 Dec'} | ${'31 December 9999'} | ${'31-12-9999'}
    ${'10000-01-01'} | ${'Sat 1 Jan'}  | ${'1 January 10000'}  | ${'01-01-10000'}
  `('is $day, $fullDay or $shortDate: $date', ({ date, day, fullDay, shortDate }) => {
    expect([formatDay(date), formatFullDate(date), formatShortDate(date)]).toEqual([day, fullDay, shortDate]);
  });

  it.each<{ first: string | undefined; last: string | undefined; spans: boolean }>`
    first           | last             | spans
    ${'2024-04-29'} | ${'2025-04-28'}  | ${false}
    ${'2024-04-29'} | ${'2025-04-29'}  | ${true}
    ${'2024-04-29'} | ${'2026-01-01'}  | ${true}
    ${'2024-04-29'} | ${'10000-01-01'} | ${true}
    ${'9999-12-31'} | ${'10000-01-01'} | ${false}
    ${'0000-12-31'} | ${'0001-12-30'}  | ${false}
    ${undefined}    | ${undefined}     | ${false}
  `('needs its year from $first to $last: $spans', ({ first, last, spans }) => {
    expect(needsYear(first, last)).toBe(spans);
  });
});

describe('a moment on the page', () => {
  it.each<{ timestamp: string; timeZone: string; minute: string }>`
    timestamp                 | timeZone              | minute
    ${'2024-04-29T02:08:29Z'} | ${'UTC'}              | ${'29-04-2024 02:08'}
    ${'0001-01-01T00:00:00Z'} | ${'America/New_York'} | ${'31-12-0000 19:03'}
    ${'9999-12-31T23:59:59Z'} | ${'Pacific/Auckland'} | ${'01-01-10000 12:59'}
    ${'2016-12-31T23:59:60Z'} | ${'UTC'}              | ${'2016-12-31T23:59:60Z'}
  `('is $minute: $timestamp in $timeZone', ({ timestamp, timeZone, minute }) => {
    expect(formatMinute(timestamp, timeZone)).toBe(minute);
  });

  it.each<{ from: string; timeZone: string; date: string }>`
    from                           | timeZone              | date
    ${'2024-04-29T00:00:00+12:00'} | ${'Pacific/Auckland'} | ${'2024-04-29'}
    ${'9999-12-31T11:00:00Z'}      | ${'Pacific/Auckland'} | ${'10000-01-01'}
    ${'0000-12-31T04:56:02Z'}      | ${'America/New_York'} | ${'0000-12-31'}
  `('starts the date $date: $from in $timeZone', ({ from, timeZone, date }) => {
    expect(toWindowDate(from, timeZone)).toBe(date);
  });
});
