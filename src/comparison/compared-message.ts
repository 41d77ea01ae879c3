import { compareCredits, type Credits, isLess, minus, sum, toNumber, ZERO } from '../pricing/index.js';
import type { BilledMessage } from '../usage/billed-message.js';
import type { Message } from '../usage/upstream/period.js';
import type { ComparedCreditsDto } from './comparison.dto.js';

/** A message with its price by either card. */
export interface ComparedMessage {
  readonly message: Message;
  readonly baseline: Credits;
  readonly candidate: Credits;
  /** Candidate less baseline. */
  readonly difference: Credits;
}

/** The same message, priced twice. */
export const compare = (
  { message, price: { total: baseline } }: BilledMessage,
  { price: { total: candidate } }: BilledMessage,
): ComparedMessage => ({ message, baseline, candidate, difference: minus(candidate, baseline) });

export const totalOf = (compared: readonly ComparedMessage[]): ComparedCreditsDto =>
  toComparedCredits({
    baseline: sum(compared.map(({ baseline }) => baseline)),
    candidate: sum(compared.map(({ candidate }) => candidate)),
    difference: sum(compared.map(({ difference }) => difference)),
  });

export const toComparedCredits = (
  amounts: Pick<ComparedMessage, 'baseline' | 'candidate' | 'difference'>,
): ComparedCreditsDto => ({
  baseline: toNumber(amounts.baseline),
  candidate: toNumber(amounts.candidate),
  difference: toNumber(amounts.difference),
});

/** By how much the price changes, up or down: the larger change first. */
export const byChange = (a: ComparedMessage, b: ComparedMessage): number =>
  compareCredits(magnitude(b.difference), magnitude(a.difference));

const magnitude = (amount: Credits): Credits => (isLess(amount, ZERO) ? minus(ZERO, amount) : amount);
