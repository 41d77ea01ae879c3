import type { Credits } from '../pricing/index.js';
import type { Adjustment } from './adjustment.js';

/** What to do with a held reading: apply it to the open period, end that period, or ignore it. */
export const HELD_DECISIONS = ['same_period', 'new_period', 'discard'] as const;

export type HeldDecision = (typeof HELD_DECISIONS)[number];

/** A person's decision on a held reading. */
export interface DecisionOnHeld {
  /** Number of the held reading. */
  readonly reading: number;
  readonly decision: HeldDecision;
  readonly reason: string;
  /** Name of the key that asked. */
  readonly author: string;
}

/** A decision as it was recorded. */
export interface RecordedDecision extends DecisionOnHeld {
  /** From 1, without gaps. */
  readonly number: number;
  /** RFC 3339. */
  readonly at: string;
}

/** An amount that a person asks to be booked in the open period. */
export interface RequestedAdjustment {
  /** The caller's key for this request: the same key books once. */
  readonly key: string;
  /** Hash of the request, in hexadecimal: the same key with another one is refused. */
  readonly sha256: string;
  /** The message that it is for. An id that the period has twice needs `nth` or `timestamp`. */
  readonly message:
    | {
        readonly period: string;
        readonly id: number;
        readonly nth: number | undefined;
        readonly timestamp: string | undefined;
      }
    | undefined;
  /** The period that it is for, where it is for no single message. */
  readonly period: string | undefined;
  /** Undefined only where `reverses` is not. */
  readonly credits: Credits | undefined;
  /** Number of the adjustment to take back. */
  readonly reverses: number | undefined;
  readonly reason: string;
  /** Name of the key that asked. */
  readonly author: string;
}

/** Records what a person decides. Each method throws a NoLedgerError or a LedgerUnavailableError. */
export abstract class LedgerDecisions {
  /** Throws an AlreadyDecidedError, a ReadingNotHeldError or a NoOpenPeriodError. */
  abstract decide(decision: DecisionOnHeld): Promise<RecordedDecision>;

  /**
   * Books an amount once: the same request again resolves to what was booked. Throws one of the
   * errors of `adjustment.errors`, an UnknownPeriodError, an UnknownMessageError, a
   * NoOpenPeriodError, or an InvalidInputError that names the field.
   */
  abstract adjust(request: RequestedAdjustment): Promise<Adjustment>;
}
