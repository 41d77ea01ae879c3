import type { EpochTime } from './epoch-time.js';

/**
 * A half-open interval of time: includes `from`, excludes `to`. It is unbounded on the side of an
 * absent end.
 */
export interface Interval {
  readonly from?: EpochTime | undefined;
  readonly to?: EpochTime | undefined;
}
