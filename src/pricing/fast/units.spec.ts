import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';

import { credits, toCredits, toPlainDecimal } from '../credits.js';
import { formatUnits, toUnits } from './units.js';

const SCALES = fc.constantFrom(2, 3, 4);
const SAFE = fc.oneof(fc.maxSafeInteger(), fc.integer(), fc.integer({ min: 2 ** 53 - 2 ** 40, max: 2 ** 53 - 1 }));

describe('toUnits', () => {
  it.each<{ units: number; scale: number; amount: string }>`
    units    | scale | amount
    ${520}   | ${2}  | ${'5.20'}
    ${52000} | ${4}  | ${'5.20'}
    ${1125}  | ${3}  | ${'1.125'}
    ${-200}  | ${2}  | ${'-2.00'}
    ${0}     | ${4}  | ${'0.00'}
  `('is the inverse of toCredits: $units of 10^-$scale are $amount', ({ units, scale, amount }) => {
    expect(toCredits(units, scale)).toEqual(credits(amount));
    expect(toUnits(credits(amount), scale)).toBe(units);
  });

  it('throws for more units than a safe integer', () => {
    expect(toUnits(credits('90071992547409.91'), 2)).toBe(Number.MAX_SAFE_INTEGER);
    expect(() => toUnits(credits('90071992547409.92'), 2)).toThrow(
      new RangeError('90071992547409.92 credits are too many to count in units'),
    );
  });

  it('throws for an amount with more decimals than the scale', () => {
    expect(() => toUnits(credits('1.125'), 2)).toThrow(RangeError);
  });
});

describe('formatUnits', () => {
  it.each<{ units: number; scale: number; json: string }>`
    units               | scale | json
    ${0}                | ${2}  | ${'0'}
    ${5}                | ${2}  | ${'0.05'}
    ${105}              | ${2}  | ${'1.05'}
    ${210}              | ${2}  | ${'2.1'}
    ${500}              | ${2}  | ${'5'}
    ${520}              | ${2}  | ${'5.2'}
    ${100_000}          | ${2}  | ${'1000'}
    ${1}                | ${4}  | ${'0.0001'}
    ${10_200}           | ${4}  | ${'1.02'}
    ${-250}             | ${2}  | ${'-2.5'}
    ${999999999999999}  | ${2}  | ${'9999999999999.99'}
    ${9000000000000000} | ${2}  | ${'90000000000000'}
  `('is the exact decimal without trailing zeros: $units of 10^-$scale are $json', ({ units, scale, json }) => {
    expect(formatUnits(units, scale)).toBe(json);
  });

  it('equals the plain decimal of the amount, up to the last safe integer', () => {
    fc.assert(
      fc.property(SAFE, SCALES, (units, scale) => {
        expect(formatUnits(units, scale)).toBe(toPlainDecimal(toCredits(units, scale)));
      }),
      { numRuns: 5_000, seed: 20_240_429 },
    );
    expect(formatUnits(Number.MAX_SAFE_INTEGER, 2)).toBe('90071992547409.91');
  });
});
