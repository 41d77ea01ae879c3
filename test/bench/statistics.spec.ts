import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { fitLine, growthExponent, median, percentile } from './statistics.js';

describe('percentile', () => {
  it.each<{ behaviour: string; values: number[]; share: number; expected: number }>`
    behaviour                                    | values          | share   | expected
    ${'is the middle of an odd number'}          | ${[3, 1, 2]}    | ${0.5}  | ${2}
    ${'is the lower middle of an even number'}   | ${[4, 1, 3, 2]} | ${0.5}  | ${2}
    ${'is the largest where the rest are fewer'} | ${[1, 2, 3]}    | ${0.99} | ${3}
    ${'is the smallest at 0'}                    | ${[2, 1]}       | ${0}    | ${1}
    ${'sorts by number, not by digits'}          | ${[10, 9, 100]} | ${1}    | ${100}
  `('$behaviour: $values at $share', ({ values, share, expected }) => {
    expect(percentile(values, share)).toBe(expected);
  });

  it('has that share of the values at or below it', () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer(), { minLength: 1 }),
        fc.double({ min: 0, max: 1, noNaN: true }),
        (values, share) => {
          const at = percentile(values, share);
          expect(values.filter((value) => value <= at).length / values.length).toBeGreaterThanOrEqual(share);
        },
      ),
    );
  });

  it('refuses no values', () => {
    expect(() => percentile([], 0.5)).toThrow(RangeError);
  });
});

describe('median', () => {
  it.each<{ values: number[]; expected: number }>`
    values          | expected
    ${[3, 1, 2]}    | ${2}
    ${[4, 1, 3, 2]} | ${2.5}
    ${[7]}          | ${7}
  `('of $values is $expected', ({ values, expected }) => {
    expect(median(values)).toBe(expected);
  });

  it('refuses no values', () => {
    expect(() => median([])).toThrow(RangeError);
  });
});

describe('fitLine', () => {
  it('finds the line that the points are on', () => {
    const { slope, intercept } = fitLine([10, 20, 50].map((x) => ({ x, y: 3 * x + 7 })));
    expect(slope).toBeCloseTo(3);
    expect(intercept).toBeCloseTo(7);
  });

  it('passes between points that are off it', () => {
    const line = fitLine([
      { x: 0, y: 1 },
      { x: 0, y: -1 },
      { x: 2, y: 3 },
      { x: 2, y: 1 },
    ]);
    expect(line).toEqual({ slope: 1, intercept: 0 });
  });
});

describe('growthExponent', () => {
  it.each([0.5, 1, 2])('is %d where y = 4 x^%d', (exponent) => {
    expect(growthExponent([10, 100, 1000].map((x) => ({ x, y: 4 * x ** exponent })))).toBeCloseTo(exponent);
  });
});
