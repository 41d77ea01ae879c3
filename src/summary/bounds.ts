import { Temporal } from 'temporal-polyfill';
import { compareInstants, instantOf } from '../time/instant.js';
import type { Interval } from '../time/interval.js';
import { endOfWindow, type Granularity, startOfWindow } from '../time/windows.js';
import type { OfMessage } from './in-windows.js';

export interface Bounds {
  readonly from: Temporal.Instant;
  readonly to: Temporal.Instant;
}

/**
 * Where a summary starts and ends: as asked for; an open end is the edge of the first or last window that has a message.
 * Nothing where an end is open and there is no message.
 */
export const boundsOf = (
  messages: readonly OfMessage[],
  interval: Interval,
  granularity: Granularity,
  timeZone: string,
): Bounds | undefined => {
  const instants = messages.map(({ message }) => instantOf(message.timestamp)).toSorted(compareInstants);
  const [earliest, latest] = [instants[0], instants.at(-1)];
  const from =
    interval.from ?? (earliest && startOfWindow(earliest.toZonedDateTimeISO(timeZone), granularity).toInstant());
  const to = interval.to ?? (latest && endOfWindow(latest.toZonedDateTimeISO(timeZone), granularity).toInstant());
  return from && to ? { from, to } : undefined;
};
