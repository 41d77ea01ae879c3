import type { Moment } from './moment.js';

/** A half-open stretch of time: `from` belongs to it, `to` does not; an absent end is open. */
export interface Interval {
  readonly from?: Moment | undefined;
  readonly to?: Moment | undefined;
}
