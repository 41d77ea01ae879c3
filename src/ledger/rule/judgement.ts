import type { AddedLines } from './added-lines.js';
import type { Correction } from './adjustment.js';
import type { Change } from './change.js';
import type { CarriedMessage, RollOver } from './period-book.js';
import type { HeldReason } from './reading.js';
import type { ReadingCards } from './reading-cards.js';

/**
 * Everything that one reading does to the ledger. Written down whole, so that reading it back needs
 * no rule.
 */
export interface Judgement extends ReadingCards {
  readonly outcome: 'applied' | 'held' | 'past';
  /** Why it was held. */
  readonly reason?: HeldReason;
  /** The open period afterwards, if the reading is of it. */
  readonly period?: string;
  /** Set where the reading is the first of `period`. */
  readonly opens?: { readonly previous: string | undefined };
  /** Set where the reading ended the period that was open. */
  readonly rollsOver?: RollOver;
  readonly changes: readonly Change[];
  /**
   * Lines that come after all changes, in the place of changes `added`. Only where a journal is read
   * to be folded.
   */
  readonly added?: AddedLines;
  /**
   * Entries of the lines of `period` in upstream's order; left out where that is what stayed, then
   * what came.
   */
  readonly order?: readonly number[];
  readonly carried: readonly CarriedMessage[];
  readonly corrections: readonly Correction[];
}
