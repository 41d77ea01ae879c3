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

/** Records what a person decides. */
export abstract class LedgerDecisions {
  /**
   * Throws an AlreadyDecidedError, a ReadingNotHeldError, a NoOpenPeriodError, a NoLedgerError or a
   * LedgerUnavailableError.
   */
  abstract decide(decision: DecisionOnHeld): Promise<RecordedDecision>;
}
