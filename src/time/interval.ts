import type { Temporal } from 'temporal-polyfill';
import { compareInstants } from './instant.js';

/** A half-open stretch of time: `from` belongs to it, `to` does not; an absent end is open. */
export interface Interval {
  readonly from?: Temporal.Instant | undefined;
  readonly to?: Temporal.Instant | undefined;
}

export const contains = ({ from, to }: Interval, instant: Temporal.Instant): boolean =>
  (!from || compareInstants(from, instant) <= 0) && (!to || compareInstants(instant, to) < 0);
