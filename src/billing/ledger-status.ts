/** What a replica does with the readings of upstream. */
export type LedgerRole = 'writer' | 'reader';

/** How the ledger is doing, for operators. */
export interface LedgerReport {
  readonly isUp: boolean;
  /** Why it is down, in words. */
  readonly reason?: string;
  /** `reader`: another replica records, and this one only reads. Absent until the first reading. */
  readonly role?: LedgerRole;
  /** When a reading was last written down or confirmed by this process, RFC 3339; absent if none was since the start. */
  readonly recordedAt?: string;
  /** Readings that fit no rule and wait for a later one or for a person, by reason. */
  readonly held?: Readonly<Record<string, number>>;
  /** Set where upstream seems to send a window that slides instead of a period. */
  readonly looksLikeWindow?: true;
}

/** Tells operators how the ledger is doing. Informational: no code branches on it. */
export abstract class LedgerStatus {
  /** Undefined if no ledger is kept. */
  abstract readonly report: LedgerReport | undefined;
}
