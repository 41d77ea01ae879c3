import { compareEpochTimes, type EpochTime, startOfMs } from '../../time/epoch-time.js';
import type { Calendar } from '../../time/windows.js';
import type { Bill } from '../bill.js';
import { isBefore } from './is-before.js';
import type { WindowBounds } from './window-bounds.js';

/**
 * Which windows an answer has: `all` between its bounds, or only the `occupied` ones, which have a
 * message.
 */
export const WINDOWS = ['all', 'occupied'] as const;

export type Windows = (typeof WINDOWS)[number];

/** A window, and the rows of its messages. */
export interface FilledWindow extends WindowBounds {
  readonly rows: Uint32Array;
}

/**
 * Divides rows into the calendar's windows. `inOrder` must be sorted by time and lie within the
 * bounds, which may cut off parts of the first and the last window. The rows of a window are a view
 * of `inOrder`, not a copy.
 */
export const toFilledWindows = function* (
  bill: Bill,
  inOrder: Uint32Array,
  bounds: WindowBounds,
  windows: Windows,
  calendar: Calendar,
): Generator<FilledWindow> {
  let index = 0;
  let { from } = bounds;
  while (compareEpochTimes(from, bounds.to) < 0) {
    const next = inOrder[index];
    if (windows === 'occupied' && next === undefined) return;
    const epochMs = windows === 'occupied' && next !== undefined ? bill.messages.epochMs(next) : from.epochMs;
    const [start, end] = calendar.findWindow(epochMs);
    from = later(from, startOfMs(start));
    const to = earlier(startOfMs(end), bounds.to);
    const first = index;
    index = findEnd(to, bill, inOrder, first);
    yield { from, to, rows: inOrder.subarray(first, index) };
    from = to;
  }
};

const later = (a: EpochTime, b: EpochTime): EpochTime => (compareEpochTimes(a, b) < 0 ? b : a);

const earlier = (a: EpochTime, b: EpochTime): EpochTime => (compareEpochTimes(a, b) < 0 ? a : b);

/**
 * The index of the first row, from `first` on, at `time` or later. Exponential search: most windows
 * have few rows.
 */
const findEnd = (time: EpochTime, bill: Bill, inOrder: Uint32Array, first: number): number => {
  const isRowBefore = (index: number): boolean => {
    const row = inOrder[index];
    return row !== undefined && isBefore(bill.messages, row, time);
  };
  let [low, step] = [first, 1];
  while (isRowBefore(low + step - 1)) [low, step] = [low + step, step * 2];
  let high = low + step - 1;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (isRowBefore(middle)) low = middle + 1;
    else high = middle;
  }
  return low;
};
