import type { Credits } from '../../pricing/index.js';

/**
 * An amount booked in the open period for a message of a closed one, which itself never changes.
 */
export interface Correction {
  readonly kind: 'correction';
  /** The period that the difference is billed in. */
  readonly bookedIn: string;
  readonly refers: {
    readonly period: string;
    readonly entry: number;
    readonly messageId: number;
    readonly nth: number;
  };
  readonly was: Credits;
  readonly now: Credits;
  readonly difference: Credits;
  readonly reason: string;
  readonly author: string;
}
