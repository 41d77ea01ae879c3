import type { EpochTime } from './epoch-time.js';

/** A half-open stretch of time: `from` belongs to it, `to` does not; an absent end is open. */
export interface Interval {
  readonly from?: EpochTime | undefined;
  readonly to?: EpochTime | undefined;
}
