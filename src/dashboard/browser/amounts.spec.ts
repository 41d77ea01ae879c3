import { describe, expect, it } from '@jest/globals';
import { credits } from '../../pricing/credits.js';
import { inCredits, meanOf, percentOf, signed } from './amounts.js';
import { toMinute } from './moments.js';

describe('what people read', () => {
  it.each([
    [5.2, '5.20', '+5.20'],
    [-129.85, '−129.85', '−129.85'],
    [0, '0.00', '0.00'],
    [12.345, '12.345', '+12.345'],
  ])('is exact to the last digit: %d', (amount, unsigned, withSign) => {
    expect([inCredits(amount), signed(amount)]).toEqual([unsigned, withSign]);
  });

  it.each([
    ['1', '3', '33 %'],
    ['0.005', '1', '1 %'],
    ['0.0049', '1', '0 %'],
    ['0', '0', '0 %'],
  ])('is a share, rounded half-up: %s of %s', (part, whole, share) => {
    expect(percentOf(credits(part), credits(whole))).toBe(share);
  });

  it('is a mean, rounded half-up, and none of nothing', () => {
    expect([meanOf(credits('0.05'), 2), meanOf(credits('10'), 3), meanOf(credits('0'), 0)]).toEqual([
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
  ])('is the minute of %s in %s', (timestamp, timeZone, minute) => {
    expect(toMinute(timestamp, timeZone)).toBe(minute);
  });
});
