/*
 * Speed trick: amounts as safe integers in units of 10^-scale credits.
 * Replaces: the bigints of credits.ts, and `timesFraction` and `toPlainDecimal` of them.
 * Gain: no allocation per amount, so rows of a million messages are columns of numbers (bench rows
 * 5 and 6). Not measured alone.
 * Drop it: once bigint arithmetic allocates nothing.
 * Held by units.spec.ts and text-pricer.properties.spec.ts.
 */
import { type Credits, toDecimal } from '../credits.js';

/**
 * The amount in units of 10^-`scale` credits. Throws a RangeError where that is not a safe integer,
 * because the amount is too large or has more decimals than `scale`.
 */
export const toUnits = (amount: Credits, scale: number): number => {
  const { units: ownUnits, scale: ownScale } = amount;
  const units = Number(ownUnits * 10n ** BigInt(scale - ownScale));
  if (!Number.isSafeInteger(units)) throw new RangeError(`${toDecimal(amount)} credits are too many to count in units`);
  return units;
};

/**
 * The quotient of two positive integers, rounded half-up. NaN where an intermediate result is not a
 * safe integer. Subtracts the remainder before dividing, so that the division is exact.
 */
export const divideHalfUp = (dividend: number, divisor: number): number => {
  const doubled = 2 * dividend + divisor;
  return Number.isSafeInteger(doubled) ? (doubled - (doubled % (2 * divisor))) / (2 * divisor) : Number.NaN;
};

/**
 * Formats `units` × 10^-`scale` credits as a JSON number with that exact value: `5.2`, `5`, `1.05`.
 * `units` is a safe integer, `scale` is between 2 and 4. Subtracts the remainder before dividing,
 * so that the division is exact.
 */
export const formatUnits = (units: number, scale: number): string => {
  const size = Math.abs(units);
  const one = 10 ** scale;
  let [fraction, places] = [size % one, scale];
  const whole = `${units < 0 ? '-' : ''}${(size - fraction) / one}`;
  if (fraction === 0) return whole;
  while (fraction % 10 === 0) [fraction, places] = [fraction / 10, places - 1];
  return `${whole}.${String(fraction).padStart(places, '0')}`;
};
