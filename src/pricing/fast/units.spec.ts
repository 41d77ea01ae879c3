import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';

import { credits, creditsOfUnits, toPlainDecimal } from '../credits.js';
import { jsonNumberOfUnits, unitsOfCredits } from './units.js';

const SCALES = fc.constantFrom(2, 3, 4);
const SAFE = fc.oneof(fc.maxSafeInteger(), fc.integer(), fc.integer({ min: 2 ** 53 - 2 ** 40, max: 2 ** 53 - 1 }));

describe('credits counted in units', () => {
  it.each<{ units: number; scale: number; amount: string }>`
    units    | scale | amount
    ${520}   | ${2}  | ${'5.20'}
    ${52000} | ${4}  | ${'5.20'}
    ${1125}  | ${3}  | ${'1.125'}
    ${-200}  | ${2}  | ${'-2.00'}
    ${0}     | ${4}  | ${'0.00'}
  `('are an amount like any other: $units of 10^-$scale are $amount', ({ units, scale, amount }) => {
    expect(creditsOfUnits(units, scale)).toEqual(credits(amount));
    expect(unitsOfCredits(credits(amount), scale)).toBe(units);
  });

  it('are not counted where that takes more than a safe integer', () => {
    expect(unitsOfCredits(credits('90071992547409.91'), 2)).toBe(Number.MAX_SAFE_INTEGER);
    expect(() => unitsOfCredits(credits('90071992547409.92'), 2)).toThrow(
      new RangeError('90071992547409.92 credits are too many to count in units'),
    );
  });

  it('are not counted in a unit that is too coarse for them', () => {
    expect(() => unitsOfCredits(credits('1.125'), 2)).toThrow(RangeError);
  });
});

describe('units as a JSON number', () => {
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
  `('are the exact decimal without a zero too many: $units of 10^-$scale are $json', ({ units, scale, json }) => {
    expect(jsonNumberOfUnits(units, scale)).toBe(json);
  });

  it('are what the amount is as a plain decimal, up to the last safe integer', () => {
    fc.assert(
      fc.property(SAFE, SCALES, (units, scale) => {
        expect(jsonNumberOfUnits(units, scale)).toBe(toPlainDecimal(creditsOfUnits(units, scale)));
      }),
      { numRuns: 5_000, seed: 20_240_429 },
    );
    expect(jsonNumberOfUnits(Number.MAX_SAFE_INTEGER, 2)).toBe('90071992547409.91');
  });
});
