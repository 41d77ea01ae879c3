import { Temporal } from 'temporal-polyfill/implementation';
import type { Granularity } from '../../src/time/windows.js';

/*
 * The windows of a zone as Temporal makes them, one after the other: slow, and the reference for the arithmetic of
 * src/time/windows.ts.
 */

/** Where the window that holds `moment` starts. */
const startOfWindow = (moment: Temporal.ZonedDateTime, granularity: Granularity): Temporal.ZonedDateTime => {
  if (granularity === 'PT1H') return moment.round({ smallestUnit: 'hour', roundingMode: 'floor' });
  return (granularity === 'P1D' ? moment : moment.with({ day: 1 })).startOfDay();
};

/** Where the window that holds the millisecond ends and the next one starts. */
export const endByTemporal = (timeZone: string, granularity: Granularity, epochMs: number): number => {
  const moment = Temporal.Instant.fromEpochMilliseconds(epochMs).toZonedDateTimeISO(timeZone);
  let later = startOfWindow(moment, granularity);
  let end = later;
  while (Temporal.ZonedDateTime.compare(end, moment) <= 0) {
    later = later.add(granularity);
    end = startOfWindow(later, granularity);
  }
  return end.epochMilliseconds;
};

/** Milliseconds by which local time is ahead of UTC. */
export const offsetByTemporal = (timeZone: string, epochMs: number): number =>
  Temporal.Instant.fromEpochMilliseconds(epochMs).toZonedDateTimeISO(timeZone).offsetNanoseconds / 1_000_000;
