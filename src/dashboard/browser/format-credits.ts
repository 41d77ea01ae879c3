import { credits, type Credits, isLess, timesFraction, sum, toDecimal, unitsAt, ZERO } from '../../pricing/credits.js';
import type { Amount } from './exact-json.js';

/*
 * Amounts for display. They are decimals of any size, computed with the service's exact arithmetic:
 * no amount passes through a binary fraction. A minus sign is a hyphen, and thousands have commas,
 * so that a spreadsheet takes what is copied for a number.
 */

/** `5,199,842.126`: two decimals, or more if the amount is finer. */
export const toText = (amount: Credits): string => {
  const [whole = '', decimals = ''] = toDecimal(amount).split('.');
  return `${whole.replaceAll(/\B(?=(\d{3})+$)/g, ',')}.${decimals}`;
};

/** The text of an amount of the API, see {@link toText}. */
export const formatCredits = (amount: Amount): string => toText(credits(amount));

/** `+5.20`, `-5.20` or `0.00`: {@link formatCredits} with a plus sign before a positive amount. */
export const formatSignedCredits = (amount: Amount): string =>
  isLess(ZERO, credits(amount)) ? `+${formatCredits(amount)}` : formatCredits(amount);

export const sumCredits = (rows: readonly { readonly credits_used: Amount }[]): Credits =>
  sum(rows.map(({ credits_used: amount }) => credits(amount)));

/** `total / count`, rounded half-up to hundredths; an en dash if the count is 0. */
export const formatMean = (total: Credits, count: number): string =>
  count === 0 ? '–' : toText(timesFraction(total, 1, count));

/** The part's share of the whole in per cent, rounded half-up to an integer; 0 if the whole is 0. */
export const toPercent = (part: Credits, whole: Credits): bigint => {
  const scale = Math.max(part.scale, whole.scale);
  const [numerator, denominator] = [unitsAt(part, scale), unitsAt(whole, scale)];
  return denominator === 0n ? 0n : (200n * numerator + denominator) / (2n * denominator);
};

/** `33 %`, see {@link toPercent}. */
export const formatPercent = (part: Credits, whole: Credits): string => `${toPercent(part, whole)} %`;

const COUNT = new Intl.NumberFormat('en');

/** `5,000`. */
export const formatCount = (count: number): string => COUNT.format(count);

/** `1 message`, `5,000 messages`; `noun` is the singular. */
export const countOf = (count: number, noun: string): string =>
  `${formatCount(count)} ${noun}${count === 1 ? '' : 's'}`;
