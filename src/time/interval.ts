import type { Temporal } from 'temporal-polyfill';

/** A half-open stretch of time: `from` belongs to it, `to` does not; an absent end is open. */
export interface Interval {
  readonly from?: Temporal.Instant | undefined;
  readonly to?: Temporal.Instant | undefined;
}
