import type { Credits } from '../../pricing/index.js';

/** Names one line of a period for good. */
export interface LineReference {
  readonly period: string;
  readonly entry: number;
  readonly messageId: number;
  readonly nth: number;
}

/** What a line came to before and after something was booked for it. */
export interface BookedLine {
  readonly refers: LineReference;
  readonly was: Credits;
  readonly now: Credits;
}

/** An amount booked in the open period, beside the lines of messages. */
interface Booking {
  /** The period that the difference is billed in. */
  readonly bookedIn: string;
  readonly difference: Credits;
  readonly reason: string;
  readonly author: string;
}

/**
 * An amount booked in the open period for a message of a closed one, which itself never changes.
 */
export interface Correction extends Booking, BookedLine {
  readonly kind: 'correction';
}

/**
 * An amount that a person booked. A `waiver` takes off some of what is left of a message; anything
 * else is `manual`.
 */
export interface PersonalAdjustment extends Booking {
  readonly kind: 'waiver' | 'manual';
  /** From 1, without gaps, over corrections too. */
  readonly number: number;
  /** The message that it is for; absent if it is for no single one. */
  readonly line?: BookedLine;
  /** The period that it is for, where it is for no single message. */
  readonly period?: string;
  /** Number of the adjustment that it takes back. */
  readonly reverses?: number;
}

export type Adjustment = Correction | PersonalAdjustment;

/** The line that an adjustment is for; undefined if it is for no single message. */
export const bookedLineOf = (adjustment: Adjustment): BookedLine | undefined =>
  adjustment.kind === 'correction' ? adjustment : adjustment.line;
