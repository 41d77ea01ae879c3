import { describe, expect, it } from '@jest/globals';
import { credits } from '../../pricing/credits.js';
import { formatCredits, formatMean, formatPercent, formatSignedCredits } from './format-credits.js';

describe('an amount on the page', () => {
  it.each([
    ['5.2', '5.20', '+5.20'],
    ['-129.85', '-129.85', '-129.85'],
    ['0', '0.00', '0.00'],
    ['999', '999.00', '+999.00'],
    ['5199842.126', '5,199,842.126', '+5,199,842.126'],
    ['-1000', '-1,000.00', '-1,000.00'],
    ['12.345', '12.345', '+12.345'],
    ['0.30000000000000004', '0.30000000000000004', '+0.30000000000000004'],
    ['9007199254740993', '9,007,199,254,740,993.00', '+9,007,199,254,740,993.00'],
    ['1e308', `100${',000'.repeat(102)}.00`, `+100${',000'.repeat(102)}.00`],
    ['-1e-400', `-0.${'0'.repeat(399)}1`, `-0.${'0'.repeat(399)}1`],
  ])('has every digit: %s', (amount, unsigned, withSign) => {
    expect([formatCredits(amount), formatSignedCredits(amount)]).toEqual([unsigned, withSign]);
  });

  it.each([
    ['1', '3', '33 %'],
    ['0.005', '1', '1 %'],
    ['0.0049', '1', '0 %'],
    ['0', '0', '0 %'],
  ])('has a share, rounded half-up: %s of %s', (part, whole, share) => {
    expect(formatPercent(credits(part), credits(whole))).toBe(share);
  });

  it('has a mean, rounded half-up, and a dash for a count of 0', () => {
    expect([formatMean(credits('0.05'), 2), formatMean(credits('10'), 3), formatMean(credits('0'), 0)]).toEqual([
      '0.03',
      '3.33',
      '–',
    ]);
  });
});
