import type { PersonalAdjustment } from './adjustment.js';
import type { Judgement } from './judgement.js';
import type { SeenMessage } from './seen-message.js';

/** A reading that differs from the one before, with all that it does. */
export interface ReadingEntry {
  readonly kind: 'reading';
  /** From 1, without gaps. */
  readonly number: number;
  readonly atMs: number;
  readonly digest: string;
  readonly judgement: Judgement;
  /** The messages of a held reading, whole: a decision may bill them later. */
  readonly held?: readonly SeenMessage[];
}

/** Upstream gave the newest reading again. */
export interface ConfirmationEntry {
  readonly kind: 'confirmation';
  readonly reading: number;
  readonly atMs: number;
}

/** What a person may decide on a held reading. */
export type Decision = 'same_period' | 'new_period' | 'discard';

export interface DecisionEntry {
  readonly kind: 'decision';
  /** From 1, without gaps. */
  readonly number: number;
  /** Number of the held reading. */
  readonly reading: number;
  readonly decision: Decision;
  readonly reason: string;
  readonly author: string;
  readonly atMs: number;
}

/** What a held reading does after all, because of a decision on it or on an earlier one. */
export interface ReconsiderationEntry {
  readonly kind: 'reconsideration';
  /** Number of the held reading. */
  readonly reading: number;
  readonly judgement: Judgement;
}

/** A period whose grace has ended: nothing changes it any more. */
export interface ClosingEntry {
  readonly kind: 'closing';
  readonly period: string;
  readonly atMs: number;
}

/** What a person booked, with the request that asked for it. */
export interface AdjustmentEntry {
  readonly kind: 'adjustment';
  readonly adjustment: PersonalAdjustment;
  readonly request: {
    /** The caller's key for the request: the same key books once. */
    readonly key: string;
    /** Hash of everything else that was asked, in hexadecimal. */
    readonly sha256: string;
  };
  readonly atMs: number;
}

/** One record of the ledger. The ledger is the fold of its entries; none is ever changed. */
export type Entry =
  ReadingEntry | ConfirmationEntry | DecisionEntry | ReconsiderationEntry | ClosingEntry | AdjustmentEntry;
