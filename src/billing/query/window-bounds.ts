import type { Interval } from '../../time/interval.js';
import { compareEpochTimes, type EpochTime, startOfMs } from '../../time/epoch-time.js';
import type { TimeSlice } from '../../time/time-slice.js';
import type { Calendar, Granularity } from '../../time/windows.js';
import type { Bill } from '../bill.js';

/** A half-open interval with both ends: `from` belongs to it, `to` does not. */
export interface WindowBounds {
  readonly from: EpochTime;
  readonly to: EpochTime;
}

/**
 * The start and end of a summary of these rows, which must be sorted by time. An end that
 * `interval` leaves open is the edge of the first or last window with a message. Undefined if an
 * end is open and there are no rows.
 */
export const findBounds = (
  bill: Bill,
  inOrder: Uint32Array,
  interval: Interval,
  calendar: Calendar,
): WindowBounds | undefined => {
  const findEdge = (row: number | undefined, toEdge: (epochMs: number) => number): EpochTime | undefined =>
    row === undefined ? undefined : startOfMs(toEdge(bill.messages.epochMs(row)));
  const from = interval.from ?? findEdge(inOrder[0], (epochMs) => calendar.startOfUnit(epochMs));
  const to = interval.to ?? findEdge(inOrder.at(-1), (epochMs) => calendar.findWindow(epochMs)[1]);
  return from && to ? { from, to } : undefined;
};

/** Windows that an answer has at most, unless it has only those with a message. */
export const MAX_WINDOWS = 10_000;

const HOUR_MS = 3_600_000;
/** Longer than any window: a day that a clock repeats has 48 hours. */
const WINDOW_MS_MAX: Record<Granularity, number> = { PT1H: 3 * HOUR_MS, P1D: 72 * HOUR_MS, P1M: 35 * 24 * HOUR_MS };

/**
 * Whether there are more than {@link MAX_WINDOWS} windows between the bounds. Counts them only if
 * the interval is short enough for fewer.
 */
export const hasTooManyWindows = async (
  { from, to }: WindowBounds,
  calendar: Calendar,
  timeSlice: TimeSlice,
): Promise<boolean> => {
  if ((to.epochMs - from.epochMs) / WINDOW_MS_MAX[calendar.granularity] > MAX_WINDOWS) return true;
  let count = 0;
  let start = from.epochMs;
  while (compareEpochTimes(startOfMs(start), to) < 0 && count <= MAX_WINDOWS) {
    [, start] = calendar.findWindow(start);
    count += 1;
    await timeSlice.yieldIfSpent();
  }
  return count > MAX_WINDOWS;
};
