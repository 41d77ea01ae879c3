import { describe, expect, it } from '@jest/globals';
import { toCalendarKey, monthOf, monthsBefore, startOfMonth, startOfYear, yearOfMs } from './years.js';

describe('the months of the calendar', () => {
  it('start and end correctly, from before the year 0 to after 9999', () => {
    const wrong = Array.from({ length: 10_002 * 12 }, (_, index) => index - 12).filter((month) => {
      const [start, end] = [startOfMonth(month), startOfMonth(month + 1)];
      const date = new Date(start);
      return (
        !date.toISOString().endsWith('01T00:00:00.000Z') ||
        date.getUTCMonth() !== ((month % 12) + 12) % 12 ||
        [start, end - 1].some((ms) => monthOf(ms) !== month || yearOfMs(ms) !== Math.floor(month / 12))
      );
    });
    expect(wrong).toEqual([]);
  });

  it.each([
    ['2026-05-30T10:20:30.456Z', 1, '2026-04-30T10:20:30.456Z'],
    ['2026-05-31T10:20:30.456Z', 1, '2026-05-01T00:00:00.000Z'],
    ['2024-02-29T00:00:00.001Z', 12, '2023-03-01T00:00:00.000Z'],
    ['2026-01-15T00:00:00.000Z', 25, '2023-12-15T00:00:00.000Z'],
  ])('are counted back: %s less %i', (at, months, before) =>
    expect(new Date(monthsBefore(Date.parse(at), months)).toISOString()).toBe(before),
  );

  it('make 14 calendars, which repeat after 28 years within a century', () => {
    expect([startOfYear(2026), startOfYear(99)].map((ms) => new Date(ms).toISOString())).toEqual([
      '2026-01-01T00:00:00.000Z',
      '0099-01-01T00:00:00.000Z',
    ]);
    expect([2024, 2025, 2026, 1900].map(toCalendarKey)).toEqual(['1 366', '3 365', '4 365', '1 365']);
    const calendars = (from: number) => new Set(Array.from({ length: 28 }, (_, index) => toCalendarKey(from + index)));
    expect(calendars(2101).size).toBe(14);
    expect(calendars(1901)).toEqual(calendars(2101));
  });
});
