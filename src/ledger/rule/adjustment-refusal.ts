import type { Credits } from '../../pricing/index.js';

/** A line that a request may mean. */
export interface CandidateLine {
  readonly nth: number;
  /** RFC 3339, as upstream wrote it. */
  readonly timestamp: string;
}

/** Why an adjustment is not booked. Nothing was written. */
export type AdjustmentRefusal =
  /** The key was used before, for something else. */
  | { readonly code: 'idempotency_conflict' }
  | { readonly code: 'no_open_period' }
  | { readonly code: 'unknown_period'; readonly period: string }
  /** `others`: the messages of the period that have the id. */
  | {
      readonly code: 'unknown_message';
      readonly period: string;
      readonly id: number;
      readonly others: readonly CandidateLine[];
    }
  | { readonly code: 'ambiguous_message'; readonly id: number; readonly candidates: readonly CandidateLine[] }
  /** A waiver of more than what is left of the message. */
  | { readonly code: 'more_than_left'; readonly left: Credits }
  | { readonly code: 'unknown_adjustment'; readonly number: number }
  /** It is a correction of the ledger, or takes another one back itself. */
  | { readonly code: 'not_reversible'; readonly number: number }
  /** `by`: number of the adjustment that took it back. */
  | { readonly code: 'already_reversed'; readonly number: number; readonly by: number }
  | { readonly code: 'not_opposite'; readonly opposite: Credits };
