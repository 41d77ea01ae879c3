import { credits, type Credits, isLess, timesFraction, sum, toDecimal, ZERO } from '../../pricing/credits.js';
import type { Amount } from './exact-json.js';

/**
 * Amounts on the page: decimals of any size, read from the API's text and never touched by binary fractions, with the
 * service's own arithmetic.
 */

/** Two decimals, or more where the amount is finer: `5.20`. A minus sign where it is less than 0. */
export const inCredits = (amount: Amount): string => toDecimal(credits(amount)).replace('-', '−');

/** With its sign, `+` included; zero has none. */
export const signed = (amount: Amount): string =>
  isLess(ZERO, credits(amount)) ? `+${inCredits(amount)}` : inCredits(amount);

export const totalOf = (rows: readonly { readonly credits_used: Amount }[]): Credits =>
  sum(rows.map(({ credits_used: amount }) => credits(amount)));

/** The mean of an amount over `count`, rounded half-up to hundredths; a dash for nothing. */
export const meanOf = (total: Credits, count: number): string =>
  count === 0 ? '–' : toDecimal(timesFraction(total, 1, count));

/** The share of a whole in per cent, rounded half-up to a whole one. */
export const percentOf = (part: Credits, whole: Credits): string => {
  const scale = Math.max(part.scale, whole.scale);
  const [numerator, denominator] = [unitsAt(part, scale), unitsAt(whole, scale)];
  return denominator === 0n ? '0 %' : `${(200n * numerator + denominator) / (2n * denominator)} %`;
};

const unitsAt = ({ units, scale }: Credits, finer: number): bigint => units * 10n ** BigInt(finer - scale);
