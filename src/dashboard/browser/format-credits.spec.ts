import { describe, expect, it } from '@jest/globals';
import { credits } from '../../pricing/credits.js';
import { formatCredits, formatMean, formatPercent, formatSignedCredits } from './format-credits.js';
import { formatFullDate, formatMinute, formatShortDate, needsYear, toWindowDate } from './format-time.js';

describe('what people read', () => {
  it.each([
    ['5.2', '5.20', '+5.20'],
    ['-129.85', '−129.85', '−129.85'],
    ['0', '0.00', '0.00'],
    ['12.345', '12.345', '+12.345'],
    ['0.30000000000000004', '0.30000000000000004', '+0.30000000000000004'],
    ['9007199254740993', '9007199254740993.00', '+9007199254740993.00'],
    ['1e308', `1${'0'.repeat(308)}.00`, `+1${'0'.repeat(308)}.00`],
    ['-1e-400', `−0.${'0'.repeat(399)}1`, `−0.${'0'.repeat(399)}1`],
  ])('is exact to the last digit: %s', (amount, unsigned, withSign) => {
    expect([formatCredits(amount), formatSignedCredits(amount)]).toEqual([unsigned, withSign]);
  });

  it.each([
    ['1', '3', '33 %'],
    ['0.005', '1', '1 %'],
    ['0.0049', '1', '0 %'],
    ['0', '0', '0 %'],
  ])('is a share, rounded half-up: %s of %s', (part, whole, share) => {
    expect(formatPercent(credits(part), credits(whole))).toBe(share);
  });

  it('is a mean, rounded half-up, and none of nothing', () => {
    expect([formatMean(credits('0.05'), 2), formatMean(credits('10'), 3), formatMean(credits('0'), 0)]).toEqual([
      '0.03',
      '3.33',
      '–',
    ]);
  });

  it.each([
    ['2024-04-29T02:08:29.375Z', 'UTC', '29-04-2024 02:08'],
    ['2024-04-29T02:08:29.375Z', 'America/New_York', '28-04-2024 22:08'],
    ['2024-04-29T00:00:00.123456789+05:30', 'UTC', '28-04-2024 18:30'],
    ['2016-12-31T23:59:60Z', 'UTC', '2016-12-31T23:59:60Z'],
    ['1970-01-01T00:00:00Z', 'UTC', '01-01-1970 00:00'],
    ['0001-01-01T00:00:00Z', 'UTC', '01-01-0001 00:00'],
    ['0001-01-01T00:00:00Z', 'America/New_York', '31-12-0000 19:03'],
    ['0999-12-31T12:00:00Z', 'UTC', '31-12-0999 12:00'],
    ['9999-12-31T23:59:59.999999999Z', 'UTC', '31-12-9999 23:59'],
  ])('is the minute of %s in %s', (timestamp, timeZone, minute) => {
    expect(formatMinute(timestamp, timeZone)).toBe(minute);
  });

  it.each([
    ['2024-04-29T00:00:00+02:00', 'Europe/Berlin', '2024-04-29'],
    ['0001-01-01T00:00:00+00:00', 'UTC', '0001-01-01'],
    // Midnight of New York was 04:56:02 in UTC then, and that of Moscow 21:29:43.
    ['0001-01-01T04:56:02Z', 'America/New_York', '0001-01-01'],
    ['1899-12-31T21:29:43Z', 'Europe/Moscow', '1900-01-01'],
  ])('is the date of the window from %s in %s', (from, timeZone, date) => {
    expect(toWindowDate(from, timeZone)).toBe(date);
  });

  it.each([
    ['0001-01-01', '1 January 0001', '01-01-0001'],
    ['1970-01-01', '1 January 1970', '01-01-1970'],
    ['2024-02-29', '29 February 2024', '29-02-2024'],
    ['9999-12-31', '31 December 9999', '31-12-9999'],
  ])('is a date with four digits of its year: %s', (date, full, short) => {
    expect([formatFullDate(date), formatShortDate(date)]).toEqual([full, short]);
  });

  it.each([
    [['2026-03-02', '2026-03-15'], false],
    [['2025-12-15', '2026-01-14'], false],
    [['2025-03-02', '2026-03-01'], false],
    [['2025-03-02', '2026-03-02'], true],
    [['0001-01-01', '2026-03-02'], true],
    [['2026-03-02'], false],
    [[], false],
  ])('has a year where a day could be of two: %j', (dates, isAmbiguous) => {
    expect(needsYear(dates[0], dates.at(-1))).toBe(isAmbiguous);
  });
});
