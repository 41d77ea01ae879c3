import type { Credits } from '../pricing/index.js';
import type { IdentifiedRateCard } from '../rate-cards/identified-rate-card.js';
import type { Schedule } from '../time/schedule.js';
import type { Bill } from './bill.js';
import { HELD_REASONS } from './held-reading.js';

/**
 * What an answer of upstream is to the ledger: of the open period, the first of the next one, of an
 * earlier one, or, for the reason that it would be held for, none of these.
 */
export const ANSWER_KINDS = ['same_period', 'next_period', 'earlier_period', ...HELD_REASONS] as const;

export type AnswerKind = (typeof ANSWER_KINDS)[number];

/** Messages that upstream and the open period do not agree on. */
export interface Divergence {
  readonly messages: number;
  /** What they cost in the ledger, less what they cost upstream. */
  readonly credits: Credits;
  /** Of the first thousand; an id that is repeated is named as often. */
  readonly ids: readonly number[];
}

/** A bill of upstream beside the open period of the ledger. */
export interface LedgerComparison {
  readonly upstream: { readonly is: AnswerKind; readonly messages: number; readonly credits: Credits };
  /** `period`: undefined if none is open. */
  readonly ledger: { readonly period: string | undefined; readonly messages: number; readonly credits: Credits };
  /** Billed in the open period, and no longer upstream. */
  readonly missing: Divergence;
  /** Upstream, and in no period yet. */
  readonly added: Divergence;
  /** In both, with another text, report or price. */
  readonly changed: Divergence;
  /** Upstream, and billed in an earlier period. */
  readonly carried: Divergence;
}

/** Compares bills of upstream with the ledger. Throws a NoLedgerError or a LedgerUnavailableError. */
export abstract class LedgerComparisons {
  /**
   * Compares a bill of upstream with the open period, and records nothing. `rateCards` priced it, and
   * upstream had it `ageMs` ago.
   */
  abstract compare(bill: Bill, rateCards: Schedule<IdentifiedRateCard>, ageMs: number): Promise<LedgerComparison>;
}
