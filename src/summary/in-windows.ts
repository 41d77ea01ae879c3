import { momentOf } from '../time/moment.js';
import type { Window } from '../time/windows.js';
import type { Bill } from '../usage/bill.js';

export interface FilledWindow {
  readonly window: Window;
  readonly rows: Uint32Array;
}

/**
 * Puts each of these rows, which are in the order of their times, into the window that it belongs to; windows follow each other
 * without a gap and hold all of them. What a window holds is a part of `inOrder`, not a copy.
 */
export const inWindows = (bill: Bill, inOrder: Uint32Array, windows: readonly Window[]): FilledWindow[] => {
  let place = 0;
  return windows.map((window) => {
    const start = place;
    const end = momentOf(window.to.toInstant());
    for (let row = inOrder[place]; row !== undefined && bill.isBefore(row, end); row = inOrder[place]) place += 1;
    return { window, rows: inOrder.subarray(start, place) };
  });
};
