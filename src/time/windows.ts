import { Temporal } from 'temporal-polyfill';
import { compareInstants } from './instant.js';

/** ISO 8601 durations: how long a window is. */
export const GRANULARITIES = ['PT1H', 'P1D', 'P1M'] as const;

export type Granularity = (typeof GRANULARITIES)[number];

export interface Window {
  readonly from: Temporal.ZonedDateTime;
  readonly to: Temporal.ZonedDateTime;
}

/**
 * The windows that make up `[from, to)`, without a gap. Each starts where the clock on the wall of `timeZone` says so: at a
 * full hour, at midnight, at the first of a month; only the first and the last may be cut by `from` and `to`. A day in which the
 * clock changes has 23 or 25 hours. Ends early once there are more than `limit`, for the caller to refuse.
 */
export const windowsOf = (
  { from, to }: { readonly from: Temporal.Instant; readonly to: Temporal.Instant },
  granularity: Granularity,
  timeZone: string,
  limit = Infinity,
): Window[] => {
  const end = to.toZonedDateTimeISO(timeZone);
  const windows: Window[] = [];
  let start = from.toZonedDateTimeISO(timeZone);
  while (compareInstants(start.toInstant(), to) < 0 && windows.length <= limit) {
    const next = endOfWindow(start, granularity);
    const cut = Temporal.ZonedDateTime.compare(next, end) > 0 ? end : next;
    windows.push({ from: start, to: cut });
    start = cut;
  }
  return windows;
};

/** Where the window that holds `moment` starts. */
export const startOfWindow = (moment: Temporal.ZonedDateTime, granularity: Granularity): Temporal.ZonedDateTime => {
  if (granularity === 'PT1H') return moment.round({ smallestUnit: 'hour', roundingMode: 'floor' });
  return (granularity === 'P1D' ? moment : moment.with({ day: 1 })).startOfDay();
};

/**
 * Where the window that holds `moment` ends and the next one starts: after `moment`, though a clock that is set back makes the
 * same start come again, and one that skips time makes a window short.
 */
export const endOfWindow = (moment: Temporal.ZonedDateTime, granularity: Granularity): Temporal.ZonedDateTime => {
  let later = startOfWindow(moment, granularity);
  let end = later;
  while (Temporal.ZonedDateTime.compare(end, moment) <= 0) {
    later = later.add(granularity);
    end = startOfWindow(later, granularity);
  }
  return end;
};
