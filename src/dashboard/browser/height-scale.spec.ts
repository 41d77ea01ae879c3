import { describe, expect, it } from '@jest/globals';
import { credits, ZERO } from '../../pricing/credits.js';
import { formatAxisLabel, toHeightScale } from './height-scale.js';

describe('the height of a bar', () => {
  it.each([
    ['115', '5.2', 5.2, 0],
    ['0', '0', 0, 0],
    ['999999999999999', '0.01', 0.01, 0],
    ['1e308', '5e307', 0.5, 308],
    ['2e399', '2e399', 2, 399],
    ['3e308', '1', 3.3e-309 / 3.3, 308],
    ['5e-324', '5e-324', 5, -324],
    ['1e-400', '1e-400', 1, -400],
  ])('is a double on the scale up to %s: %s', (highest, amount, height, exponent) => {
    const heights = toHeightScale(credits(highest));
    expect(heights.exponent).toBe(exponent);
    expect(heights.toHeight(credits(amount))).toBeCloseTo(height, 12);
  });

  it('is 0 when every amount is 0', () => {
    expect(toHeightScale(ZERO).toHeight(ZERO)).toBe(0);
  });
});

describe('the label of the credits axis', () => {
  it.each([
    [0, 0, '0'],
    [0.05, 0, '0.05'],
    [1500, 0, '1,500'],
    [2_000_000, 0, '2M'],
    [0, 308, '0'],
    [1.5, 308, '1.5e308'],
    [0.30000000000000004, -324, '0.3e-324'],
  ])('writes %d × 10^%d as %s', (height, exponent, label) => {
    expect(formatAxisLabel(height, exponent)).toBe(label);
  });
});
