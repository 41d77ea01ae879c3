import { describe, expect, it } from '@jest/globals';
import { hundredths, toDecimal } from '../../pricing/credits.js';
import { chooseUnit, toBars } from './bars.js';
import { addDays } from './calendar.js';
import { toLabelledIndexes } from './label-steps.js';
import type { Day } from './period-overview.js';

/** Days from a date on, each with one report of 1.00 and one question of 0.50. */
const daysFrom = (date: string, count: number): Day[] =>
  Array.from({ length: count }, (_, index) => ({
    date: addDays(date, index),
    from: '',
    to: '',
    reports: hundredths(100),
    questions: hundredths(50),
    messages: 2,
  }));

describe('the bars of the chart', () => {
  it.each`
    count   | width   | unit
    ${14}   | ${295}  | ${'day'}
    ${35}   | ${295}  | ${'day'}
    ${128}  | ${295}  | ${'week'}
    ${128}  | ${1200} | ${'day'}
    ${400}  | ${295}  | ${'month'}
    ${400}  | ${700}  | ${'week'}
    ${3650} | ${295}  | ${'year'}
  `('are never narrower than 6 px: $count days at $width px are drawn by $unit', ({ count, width, unit }) => {
    expect(chooseUnit(daysFrom('2026-01-01', count as number), width as number)).toBe(unit);
  });

  it('add up the days of a week, which begins on Monday', () => {
    const bars = toBars(daysFrom('2026-03-05', 10), 'week');
    expect(bars.map(({ name, total, messages }) => [name, toDecimal(total), messages])).toEqual([
      ['5 – 8 Mar 2026', '6.00', 8],
      ['9 – 14 Mar 2026', '9.00', 12],
    ]);
  });

  it('are labelled by their month or year, and by the year where a day would be ambiguous', () => {
    const labels = (unit: 'day' | 'month' | 'year', count: number): (string | undefined)[] => {
      const bars = toBars(daysFrom('2025-12-31', count), unit);
      return [bars[0]?.label, bars.at(-1)?.label];
    };
    expect(labels('day', 2)).toEqual(['31 Dec', '1 Jan']);
    expect(labels('day', 366)).toEqual(['31 Dec 2025', '31 Dec 2026']);
    expect(labels('month', 40)).toEqual(['Dec 2025', 'Feb 2026']);
    expect(labels('year', 400)).toEqual(['2025', '2027']);
  });

  it('have labels that do not overlap, and one for a single day', () => {
    expect(toLabelledIndexes(toBars(daysFrom('2026-03-02', 1), 'day'), 300)).toEqual([0]);
    expect(toLabelledIndexes(toBars(daysFrom('2026-03-02', 14), 'day'), 700)).toEqual([0, 2, 4, 6, 8, 10, 12]);
  });
});
