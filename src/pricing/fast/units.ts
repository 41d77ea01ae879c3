import { type Credits, toDecimal } from '../credits.js';

/**
 * The amount in units of 10^-`scale` credits. Throws a RangeError where that is no safe integer, or no integer at all because
 * the amount is finer.
 */
export const unitsOfCredits = (amount: Credits, scale: number): number => {
  const { units: ownUnits, scale: ownScale } = amount;
  const units = Number(ownUnits * 10n ** BigInt(scale - ownScale));
  if (!Number.isSafeInteger(units)) throw new RangeError(`${toDecimal(amount)} credits are too many to count in units`);
  return units;
};

/**
 * The JSON number with the exact decimal value of `units` × 10^-`scale` credits, a safe integer and a scale between 2 and 4: `5.2`,
 * `5`, `1.05`. The remainder is subtracted before the division, which so never rounds.
 */
export const jsonNumberOfUnits = (units: number, scale: number): string => {
  const size = Math.abs(units);
  const one = 10 ** scale;
  let [fraction, places] = [size % one, scale];
  const whole = `${units < 0 ? '-' : ''}${(size - fraction) / one}`;
  if (fraction === 0) return whole;
  while (fraction % 10 === 0) [fraction, places] = [fraction / 10, places - 1];
  return `${whole}.${String(fraction).padStart(places, '0')}`;
};
