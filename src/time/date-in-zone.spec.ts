import { describe, expect, it } from '@jest/globals';
import { Temporal } from 'temporal-polyfill/implementation';
import { isDate, startOfDate } from './date-in-zone.js';
import { Calendar } from './windows.js';

const startOf = (date: string, zone: string): string =>
  new Calendar('P1D', zone).formatTimestamp(startOfDate(date, zone));

describe('startOfDate', () => {
  it.each`
    date            | zone                   | start
    ${'2026-03-02'} | ${'UTC'}               | ${'2026-03-02T00:00:00+00:00'}
    ${'2026-03-02'} | ${'Asia/Kolkata'}      | ${'2026-03-02T00:00:00+05:30'}
    ${'2026-03-02'} | ${'America/New_York'}  | ${'2026-03-02T00:00:00-05:00'}
    ${'2026-03-29'} | ${'Europe/London'}     | ${'2026-03-29T00:00:00+00:00'}
    ${'2026-03-30'} | ${'Europe/London'}     | ${'2026-03-30T00:00:00+01:00'}
    ${'2018-11-04'} | ${'America/Sao_Paulo'} | ${'2018-11-04T01:00:00-02:00'}
    ${'2011-12-30'} | ${'Pacific/Apia'}      | ${'2011-12-31T00:00:00+14:00'}
    ${'2011-12-31'} | ${'Pacific/Apia'}      | ${'2011-12-31T00:00:00+14:00'}
    ${'2011-12-29'} | ${'Pacific/Apia'}      | ${'2011-12-29T00:00:00-10:00'}
    ${'1892-07-04'} | ${'Pacific/Apia'}      | ${'1892-07-03T11:26:56Z'}
    ${'2024-02-29'} | ${'UTC'}               | ${'2024-02-29T00:00:00+00:00'}
    ${'0000-01-01'} | ${'UTC'}               | ${'0000-01-01T00:00:00+00:00'}
    ${'9999-12-31'} | ${'UTC'}               | ${'9999-12-31T00:00:00+00:00'}
  `('$date in $zone is $start', ({ date, zone, start }) => {
    expect(startOf(String(date), String(zone))).toBe(start);
  });

  it('agrees with Temporal on every day of two years', () => {
    for (const zone of ['Europe/London', 'America/Sao_Paulo', 'Asia/Beirut', 'Africa/Cairo', 'Pacific/Apia']) {
      for (let day = Temporal.PlainDate.from('2011-01-01'); day.year < 2013; day = day.add({ days: 1 })) {
        const { epochMilliseconds } = day.toZonedDateTime(zone);
        expect([zone, day.toString(), startOfDate(day.toString(), zone)]).toEqual([
          zone,
          day.toString(),
          { epochMs: epochMilliseconds, nanoseconds: 0 },
        ]);
      }
    }
  });
});

describe('isDate', () => {
  it.each(['2026-03-02', '2024-02-29', '0000-01-01', '9999-12-31'])('accepts %s', (text) => {
    expect(isDate(text)).toBe(true);
  });

  it.each([
    '2026-02-29',
    '2026-13-01',
    '2026-00-10',
    '2026-3-2',
    '20260302',
    '2026-03-02T',
    '2026-03-02Z',
    ' 2026-03-02',
    '2026-03-02\n',
    '+002026-03-02',
    '',
    undefined,
    20260302,
    ['2026-03-02'],
  ])('refuses %p', (text) => {
    expect(isDate(text)).toBe(false);
  });
});
