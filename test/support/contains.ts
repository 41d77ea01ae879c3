import type { Temporal } from 'temporal-polyfill/implementation';
import { compareInstants } from '../../src/time/instant.js';

interface Instants {
  readonly from?: Temporal.Instant;
  readonly to?: Temporal.Instant;
}

/** Whether the interval holds the instant: its start belongs to it, its end does not. */
export const contains = ({ from, to }: Instants, instant: Temporal.Instant): boolean =>
  (!from || compareInstants(from, instant) <= 0) && (!to || compareInstants(instant, to) < 0);
