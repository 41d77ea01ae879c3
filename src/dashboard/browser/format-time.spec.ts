import { describe, expect, it } from '@jest/globals';
import {
  formatDate,
  formatDateRange,
  formatDayOfYear,
  formatMinute,
  formatMonth,
  formatWeekday,
  needsYear,
  toWindowDate,
} from './format-time.js';

describe('a date on the page', () => {
  it.each<{ date: string; day: string; full: string; weekday: string; month: string }>`
    date             | day         | full             | weekday              | month
    ${'2024-04-29'}  | ${'29 Apr'} | ${'29 Apr 2024'} | ${'Mon 29 Apr 2024'} | ${'Apr 2024'}
    ${'0000-12-31'}  | ${'31 Dec'} | ${'31 Dec 0000'} | ${'Sun 31 Dec 0000'} | ${'Dec 0000'}
    ${'0001-01-01'}  | ${'1 Jan'}  | ${'1 Jan 0001'}  | ${'Mon 1 Jan 0001'}  | ${'Jan 0001'}
    ${'2024-02-29'}  | ${'29 Feb'} | ${'29 Feb 2024'} | ${'Thu 29 Feb 2024'} | ${'Feb 2024'}
    ${'10000-01-01'} | ${'1 Jan'}  | ${'1 Jan 10000'} | ${'Sat 1 Jan 10000'} | ${'Jan 10000'}
  `('is $day, $full, $weekday or $month: $date', ({ date, day, full, weekday, month }) => {
    expect([formatDayOfYear(date), formatDate(date), formatWeekday(date), formatMonth(date)]).toEqual([
      day,
      full,
      weekday,
      month,
    ]);
  });

  it.each`
    from            | to               | range
    ${'2026-03-02'} | ${'2026-03-02'}  | ${'2 Mar 2026'}
    ${'2026-03-02'} | ${'2026-03-08'}  | ${'2 – 8 Mar 2026'}
    ${'2026-03-29'} | ${'2026-04-02'}  | ${'29 Mar – 2 Apr 2026'}
    ${'2025-12-30'} | ${'2026-01-02'}  | ${'30 Dec 2025 – 2 Jan 2026'}
    ${'0001-01-01'} | ${'10000-01-01'} | ${'1 Jan 0001 – 1 Jan 10000'}
  `('has a range without what both ends share: $range', ({ from, to, range }) => {
    expect(formatDateRange(from as string, to as string)).toBe(range);
  });

  it.each<{ first: string | undefined; last: string | undefined; isAmbiguous: boolean }>`
    first           | last             | isAmbiguous
    ${'2024-04-29'} | ${'2025-04-28'}  | ${false}
    ${'2024-04-29'} | ${'2025-04-29'}  | ${true}
    ${'2024-04-29'} | ${'2026-01-01'}  | ${true}
    ${'2024-04-29'} | ${'10000-01-01'} | ${true}
    ${'9999-12-31'} | ${'10000-01-01'} | ${false}
    ${'0000-12-31'} | ${'0001-12-30'}  | ${false}
    ${'2026-03-02'} | ${'2026-03-15'}  | ${false}
    ${'2025-12-15'} | ${'2026-01-14'}  | ${false}
    ${'2025-03-02'} | ${'2026-03-01'}  | ${false}
    ${'2025-03-02'} | ${'2026-03-02'}  | ${true}
    ${'0001-01-01'} | ${'2026-03-02'}  | ${true}
    ${'2026-03-02'} | ${'2026-03-02'}  | ${false}
    ${undefined}    | ${undefined}     | ${false}
  `('is ambiguous without its year from $first to $last: $isAmbiguous', ({ first, last, isAmbiguous }) => {
    expect(needsYear(first, last)).toBe(isAmbiguous);
  });
});

describe('a timestamp on the page', () => {
  it.each<{ timestamp: string; timeZone: string; minute: string }>`
    timestamp                                | timeZone              | minute
    ${'2024-04-29T02:08:29Z'}                | ${'UTC'}              | ${'29-04-2024 02:08'}
    ${'2024-04-29T02:08:29.375Z'}            | ${'UTC'}              | ${'29-04-2024 02:08'}
    ${'2024-04-29T02:08:29.375Z'}            | ${'America/New_York'} | ${'28-04-2024 22:08'}
    ${'2024-04-29T00:00:00.123456789+05:30'} | ${'UTC'}              | ${'28-04-2024 18:30'}
    ${'2016-12-31T23:59:60Z'}                | ${'UTC'}              | ${'2016-12-31T23:59:60Z'}
    ${'1970-01-01T00:00:00Z'}                | ${'UTC'}              | ${'01-01-1970 00:00'}
    ${'0001-01-01T00:00:00Z'}                | ${'UTC'}              | ${'01-01-0001 00:00'}
    ${'0001-01-01T00:00:00Z'}                | ${'America/New_York'} | ${'31-12-0000 19:03'}
    ${'0999-12-31T12:00:00Z'}                | ${'UTC'}              | ${'31-12-0999 12:00'}
    ${'9999-12-31T23:59:59.999999999Z'}      | ${'UTC'}              | ${'31-12-9999 23:59'}
    ${'9999-12-31T23:59:59Z'}                | ${'Pacific/Auckland'} | ${'01-01-10000 12:59'}
  `('is $minute: $timestamp in $timeZone', ({ timestamp, timeZone, minute }) => {
    expect(formatMinute(timestamp, timeZone)).toBe(minute);
  });
});

describe('the date of a day window', () => {
  // In local mean time, midnight in New York was at 04:56:02 UTC, and in Moscow at 21:29:43 UTC.
  it.each<{ from: string; timeZone: string; date: string }>`
    from                           | timeZone              | date
    ${'2024-04-29T00:00:00+02:00'} | ${'Europe/Berlin'}    | ${'2024-04-29'}
    ${'2024-04-29T00:00:00+12:00'} | ${'Pacific/Auckland'} | ${'2024-04-29'}
    ${'0001-01-01T00:00:00+00:00'} | ${'UTC'}              | ${'0001-01-01'}
    ${'9999-12-31T11:00:00Z'}      | ${'Pacific/Auckland'} | ${'10000-01-01'}
    ${'0000-12-31T04:56:02Z'}      | ${'America/New_York'} | ${'0000-12-31'}
    ${'0001-01-01T04:56:02Z'}      | ${'America/New_York'} | ${'0001-01-01'}
    ${'1899-12-31T21:29:43Z'}      | ${'Europe/Moscow'}    | ${'1900-01-01'}
  `('is $date from $from in $timeZone', ({ from, timeZone, date }) => {
    expect(toWindowDate(from, timeZone)).toBe(date);
  });
});
