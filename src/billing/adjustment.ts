import type { Credits } from '../pricing/index.js';

/**
 * `correction`: upstream changed the price of a message of a closed period. `waiver`: a person took
 * off some of what a message cost. `manual`: anything else that a person booked.
 */
export const ADJUSTMENT_KINDS = ['correction', 'waiver', 'manual'] as const;

/** A message of the ledger. `nth`: which of the messages of the period with this id, from 0. */
export interface AdjustedMessage {
  readonly period: string;
  readonly id: number;
  readonly nth: number;
}

/** An amount booked in the period that was open, beside what messages cost. */
export interface Adjustment {
  /** From 1, without gaps. */
  readonly number: number;
  readonly kind: (typeof ADJUSTMENT_KINDS)[number];
  readonly bookedIn: string;
  /** Undefined if it is for no single message. */
  readonly message: AdjustedMessage | undefined;
  /** The period that it is for; undefined if it is for a message, or for no period. */
  readonly period: string | undefined;
  /** What the message came to before, with its earlier adjustments; undefined without a message. */
  readonly was: Credits | undefined;
  readonly now: Credits | undefined;
  readonly credits: Credits;
  readonly reason: string;
  /** Name of the key that asked for it, or `ledger`. */
  readonly author: string;
  readonly madeAt: string;
  /** Number of the adjustment that it takes back. */
  readonly reverses: number | undefined;
}
