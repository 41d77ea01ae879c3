import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';

import { credits, hundredths, minus, plus, timesFraction, sum, toDecimal, toPlainDecimal, ZERO } from './credits.js';
import { priceReport } from './price.js';

const holdsFor = <T>(values: fc.Arbitrary<T>, law: (value: T) => void): void =>
  fc.assert(fc.property(values, law), { numRuns: 500, seed: 20_240_429 });

const PLACES = 18;

/** An integer and its number of decimal places: `{ digits: -125n, places: 2 }` is -1.25. */
const anyDecimal = fc.record({ digits: fc.bigInt({ min: -(10n ** 24n), max: 10n ** 24n }), places: fc.nat(PLACES) });

/** The decimal as a person would write it, made with string operations only. */
const written = ({ digits, places }: { digits: bigint; places: number }): string => {
  const all = String(digits)
    .replace('-', '')
    .padStart(places + 1, '0');
  const [whole, fraction] = [all.slice(0, all.length - places), all.slice(all.length - places)];
  return `${digits < 0n ? '-' : ''}${whole}${fraction && `.${fraction}`}`;
};

describe('any amount of credits', () => {
  it('keeps the cost of a report exactly, whatever its digits', () => {
    holdsFor(fc.double({ min: 0, noNaN: true, noDefaultInfinity: true }), (cost) => {
      expect(Number(toPlainDecimal(priceReport(credits(cost)).total))).toBe(cost);
    });
  });

  it('keeps a cost in hundredths exactly', () => {
    holdsFor(
      fc.nat().map((units) => units / 100),
      (cost) => {
        expect(toPlainDecimal(credits(cost))).toBe(String(cost));
      },
    );
  });

  it('sums exactly, whatever the number and scale of the amounts', () => {
    holdsFor(fc.array(anyDecimal, { maxLength: 100, size: 'max' }), (decimals) => {
      const digits = decimals.map((decimal) => decimal.digits * 10n ** BigInt(PLACES - decimal.places));
      const total = digits.reduce((left, right) => left + right, 0n);

      expect(sum(decimals.map((decimal) => credits(written(decimal))))).toEqual(
        credits(written({ digits: total, places: PLACES })),
      );
    });
  });

  it('has fractions within half a hundredth, rounded half-up', () => {
    const shares = fc.record({ units: fc.nat(), count: fc.nat(), of: fc.integer({ min: 1, max: 1_000_000 }) });

    holdsFor(shares, ({ units, count, of }) => {
      const share = timesFraction(hundredths(units), count, of).units;
      const twiceTheError = 2n * (share * BigInt(of) - BigInt(units) * BigInt(count));
      expect(twiceTheError > -of && twiceTheError <= of).toBe(true);
    });
  });

  it('survives the round trip through its decimal', () => {
    holdsFor(anyDecimal, (decimal) => {
      const amount = credits(written(decimal));
      expect(credits(toDecimal(amount))).toEqual(amount);
    });
  });

  it('is unchanged by adding and subtracting the same amount', () => {
    holdsFor(fc.tuple(anyDecimal, anyDecimal), ([left, right]) => {
      const [a, b] = [credits(written(left)), credits(written(right))];
      expect([minus(plus(a, b), b), minus(a, a)]).toEqual([a, ZERO]);
    });
  });
});
