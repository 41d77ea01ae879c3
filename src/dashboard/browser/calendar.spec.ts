import { describe, expect, it } from '@jest/globals';
import { addDays, compareDates, isDate, startOfWeek } from './calendar.js';

describe('a date', () => {
  it.each(['2026-03-02', '2024-02-29', '0000-01-01', '9999-12-31', '10000-01-01'])('exists: %s', (date) => {
    expect(isDate(date)).toBe(true);
  });

  it.each(['2026-13-40', '2026-02-30', '2025-02-29', '2026-3-2', '02-03-2026', 'today', ''])(
    'does not exist: “%s”',
    (text) => {
      expect(isDate(text)).toBe(false);
    },
  );

  it.each`
    date            | days  | later
    ${'2026-02-28'} | ${1}  | ${'2026-03-01'}
    ${'2024-03-01'} | ${-1} | ${'2024-02-29'}
    ${'2026-03-29'} | ${1}  | ${'2026-03-30'}
    ${'9999-12-31'} | ${1}  | ${'10000-01-01'}
    ${'0001-01-01'} | ${-1} | ${'0000-12-31'}
  `('is $later, $days days after $date', ({ date, days, later }) => {
    expect(addDays(date as string, days as number)).toBe(later);
  });

  it.each`
    date             | monday
    ${'2026-03-02'}  | ${'2026-03-02'}
    ${'2026-03-08'}  | ${'2026-03-02'}
    ${'2026-01-01'}  | ${'2025-12-29'}
    ${'10000-01-01'} | ${'9999-12-27'}
    ${'0000-01-01'}  | ${'0000-01-01'}
  `('belongs to the week of $monday: $date', ({ date, monday }) => {
    expect(startOfWeek(date as string)).toBe(monday);
  });

  it('is ordered by its years also where they have five digits', () => {
    const dates = ['10000-01-01', '2026-03-02', '0000-12-31', '9999-12-31'];
    expect(dates.toSorted(compareDates)).toEqual(['0000-12-31', '2026-03-02', '9999-12-31', '10000-01-01']);
  });
});
