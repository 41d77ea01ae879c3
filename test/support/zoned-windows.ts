import { Temporal } from 'temporal-polyfill/implementation';
import { toFilledWindows } from '../../src/billing/query/by-window.js';
import { type EpochTime, toEpochTime } from '../../src/time/epoch-time.js';
import { Calendar, type Granularity } from '../../src/time/windows.js';
import { billOf } from './billed.js';

export interface ZonedWindow {
  readonly from: Temporal.ZonedDateTime;
  readonly to: Temporal.ZonedDateTime;
}

/** All windows of an interval, on the clock of the zone; one more than `limit` at most. */
export const windowsOf = (
  { from, to }: { readonly from: Temporal.Instant; readonly to: Temporal.Instant },
  granularity: Granularity,
  timeZone: string,
  limit = Infinity,
): ZonedWindow[] => {
  const windows: ZonedWindow[] = [];
  const bounds = { from: toEpochTime(from), to: toEpochTime(to) };
  for (const window of toFilledWindows(
    billOf(),
    Uint32Array.of(),
    bounds,
    'all',
    new Calendar(granularity, timeZone),
  )) {
    if (windows.length > limit) break;
    windows.push({ from: zoned(window.from, timeZone), to: zoned(window.to, timeZone) });
  }
  return windows;
};

export const instantAt = ({ epochMs, nanoseconds }: EpochTime): Temporal.Instant =>
  Temporal.Instant.fromEpochNanoseconds(BigInt(epochMs) * 1_000_000n + BigInt(nanoseconds));

const zoned = (moment: EpochTime, timeZone: string): Temporal.ZonedDateTime =>
  instantAt(moment).toZonedDateTimeISO(timeZone);
