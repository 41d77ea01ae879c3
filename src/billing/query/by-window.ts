import { compareEpochTimes, type EpochTime, startOfMs } from '../../time/epoch-time.js';
import type { Calendar } from '../../time/windows.js';
import type { Bill } from '../bill.js';
import { isBefore } from './is-before.js';
import type { Bounds } from './window-bounds.js';

/** Which windows an answer has: all between its bounds, or those that have a message. */
export const WINDOWS = ['all', 'occupied'] as const;

export type Windows = (typeof WINDOWS)[number];

export interface FilledWindow extends Bounds {
  readonly rows: Uint32Array;
}

/**
 * Puts each of these rows, which are in the order of their times and within the bounds, into the window that it belongs to. Windows
 * follow each other; only the first and the last may be cut, by the bounds. What a window holds is a part of `inOrder`, not a copy.
 */
export const inWindows = function* (
  bill: Bill,
  inOrder: Uint32Array,
  bounds: Bounds,
  windows: Windows,
  calendar: Calendar,
): Generator<FilledWindow> {
  let index = 0;
  let { from } = bounds;
  while (compareEpochTimes(from, bounds.to) < 0) {
    const next = inOrder[index];
    if (windows === 'occupied' && next === undefined) return;
    const at = windows === 'occupied' && next !== undefined ? bill.messages.epochMs(next) : from.epochMs;
    const [start, end] = calendar.findWindow(at);
    from = later(from, startOfMs(start));
    const to = earlier(startOfMs(end), bounds.to);
    const first = index;
    index = indexOfNotBefore(to, bill, inOrder, first);
    yield { from, to, rows: inOrder.subarray(first, index) };
    from = to;
  }
};

const later = (a: EpochTime, b: EpochTime): EpochTime => (compareEpochTimes(a, b) < 0 ? b : a);

const earlier = (a: EpochTime, b: EpochTime): EpochTime => (compareEpochTimes(a, b) < 0 ? a : b);

/** The index of the first row, from `first` on, that is not before `moment`: found in steps that double, then halve. */
const indexOfNotBefore = (moment: EpochTime, bill: Bill, inOrder: Uint32Array, first: number): number => {
  const isRowBefore = (index: number): boolean => {
    const row = inOrder[index];
    return row !== undefined && isBefore(bill.messages, row, moment);
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
