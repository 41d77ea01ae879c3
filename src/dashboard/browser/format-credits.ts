import { credits, type Credits, isLess, timesFraction, sum, toDecimal, unitsAt, ZERO } from '../../pricing/credits.js';
import type { Amount } from './exact-json.js';

/*
 * Amounts for display. They are decimals of any size, computed with the service's exact arithmetic:
 * no amount passes through a binary fraction.
 */

/**
 * `5.20`: two decimals, or more if the amount is finer. A negative amount has a minus sign
 * (U+2212), not a hyphen.
 */
export const formatCredits = (amount: Amount): string => toDecimal(credits(amount)).replace('-', '−');

/**
 * `+5.20`, `−5.20` or `0.00`: as {@link formatCredits}, with a plus sign before a positive
 * amount.
 */
export const formatSignedCredits = (amount: Amount): string =>
  isLess(ZERO, credits(amount)) ? `+${formatCredits(amount)}` : formatCredits(amount);

export const sumCredits = (rows: readonly { readonly credits_used: Amount }[]): Credits =>
  sum(rows.map(({ credits_used: amount }) => credits(amount)));

/** `total / count`, rounded half-up to hundredths; an en dash if the count is 0. */
export const formatMean = (total: Credits, count: number): string =>
  count === 0 ? '–' : toDecimal(timesFraction(total, 1, count));

/**
 * `33 %`: the part's share of the whole, rounded half-up to a whole per cent; `0 %` if the whole is
 * 0.
 */
export const formatPercent = (part: Credits, whole: Credits): string => {
  const scale = Math.max(part.scale, whole.scale);
  const [numerator, denominator] = [unitsAt(part, scale), unitsAt(whole, scale)];
  return denominator === 0n ? '0 %' : `${(200n * numerator + denominator) / (2n * denominator)} %`;
};
