import { Temporal } from 'temporal-polyfill';
import { instantOf } from '../time/instant.js';
import type { Interval } from '../time/interval.js';
import { endOfWindow, type Granularity, startOfWindow } from '../time/windows.js';
import type { Bill } from '../usage/bill.js';

export interface Bounds {
  readonly from: Temporal.Instant;
  readonly to: Temporal.Instant;
}

/**
 * Where a summary of these rows, which are in the order of their times, starts and ends: as asked for; an open end is the edge of the
 * first or last window that has a message. Nothing where an end is open and there is no message.
 */
export const boundsOf = (
  bill: Bill,
  inOrder: Uint32Array,
  interval: Interval,
  granularity: Granularity,
  timeZone: string,
): Bounds | undefined => {
  const [earliest, latest] = [inOrder[0], inOrder.at(-1)].map(
    (row) => row !== undefined && instantOf(bill.timestamp(row)).toZonedDateTimeISO(timeZone),
  );
  const from = interval.from ?? (earliest && startOfWindow(earliest, granularity).toInstant());
  const to = interval.to ?? (latest && endOfWindow(latest, granularity).toInstant());
  return from && to ? { from, to } : undefined;
};
