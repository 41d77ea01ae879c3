import type { Interval } from '../../time/interval.js';
import { compareEpochTimes, type EpochTime, startOfMs } from '../../time/epoch-time.js';
import type { TimeSlice } from '../../time/time-slice.js';
import type { Calendar, Granularity } from '../../time/windows.js';
import type { Bill } from '../bill.js';

export interface Bounds {
  readonly from: EpochTime;
  readonly to: EpochTime;
}

/**
 * Where a summary of these rows, which are in the order of their times, starts and ends: as asked for; an open end is the edge of the
 * first or last window that has a message. Nothing where an end is open and there is no message.
 */
export const boundsOf = (
  bill: Bill,
  inOrder: Uint32Array,
  interval: Interval,
  calendar: Calendar,
): Bounds | undefined => {
  const edge = (row: number | undefined, edgeAt: (epochMs: number) => number): EpochTime | undefined =>
    row === undefined ? undefined : startOfMs(edgeAt(bill.messages.epochMs(row)));
  const from = interval.from ?? edge(inOrder[0], (at) => calendar.startOfUnit(at));
  const to = interval.to ?? edge(inOrder.at(-1), (at) => calendar.findWindow(at)[1]);
  return from && to ? { from, to } : undefined;
};

/** The most windows that an answer has between its bounds. */
export const MAX_WINDOWS = 10_000;

const HOUR_MS = 3_600_000;
/** More than any window has: a day that a clock shows twice has 48 hours. */
const LONGEST_MS: Record<Granularity, number> = { PT1H: 3 * HOUR_MS, P1D: 72 * HOUR_MS, P1M: 35 * 24 * HOUR_MS };

/** Whether there are more than {@link MAX_WINDOWS}. They are counted only where they could be as few. */
export const areTooMany = async ({ from, to }: Bounds, calendar: Calendar, timeSlice: TimeSlice): Promise<boolean> => {
  if ((to.epochMs - from.epochMs) / LONGEST_MS[calendar.granularity] > MAX_WINDOWS) return true;
  let count = 0;
  let start = from.epochMs;
  while (compareEpochTimes(startOfMs(start), to) < 0 && count <= MAX_WINDOWS) {
    [, start] = calendar.findWindow(start);
    count += 1;
    await timeSlice.yieldIfSpent();
  }
  return count > MAX_WINDOWS;
};
