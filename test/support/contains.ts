import type { Temporal } from 'temporal-polyfill';
import { compareInstants } from '../../src/time/instant.js';
import type { Interval } from '../../src/time/interval.js';

/** Whether the interval holds the instant: its start belongs to it, its end does not. */
export const contains = ({ from, to }: Interval, instant: Temporal.Instant): boolean =>
  (!from || compareInstants(from, instant) <= 0) && (!to || compareInstants(instant, to) < 0);
