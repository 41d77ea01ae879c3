import type { SeenMessage } from './seen-message.js';

/** The first reading without a message, and its time on the service's clock. */
export interface Absence {
  readonly reading: number;
  readonly atMs: number;
}

/** One charge of a period. With its period, `message.id` and `nth` name it for good. */
export interface Line {
  /** How many lines of the period had this message id before. */
  readonly nth: number;
  /** The message as it was last seen and billed. */
  readonly message: SeenMessage;
  /** SHA-256 of the rate card by which the text was last priced. */
  readonly rateCard: string;
  /** Set while upstream no longer sends the message. A missing message is still billed. */
  readonly missingSince?: Absence;
}

/**
 * Whether upstream still sends the line's message, or stopped at most `graceMs` ago. The absence of
 * an older one from a reading says nothing.
 */
export const isLive = ({ missingSince }: Line, nowMs: number, graceMs: number): boolean =>
  missingSince === undefined || nowMs - missingSince.atMs <= graceMs;
