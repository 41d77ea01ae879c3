import type { TimeSlice } from '../../time/time-slice.js';

/** Items merged before yielding: about 0.1 ms of comparing names. */
const ITEMS_AT_ONCE = 128;

/**
 * Returns `items` sorted by `compare`; equal items keep their order. A merge sort that yields to
 * other work, which `toSorted` cannot do: it would block the event loop until the names of up to
 * 10,000 reports are compared.
 */
export const sortInSlices = async <Item>(
  items: readonly Item[],
  compare: (a: Item, b: Item) => number,
  timeSlice: TimeSlice,
): Promise<readonly Item[]> => {
  let sorted = items;
  for (let width = 1; width < items.length; width *= 2) sorted = await mergePairs(sorted, width, compare, timeSlice);
  return sorted;
};

/** Merges neighbouring runs of `width` sorted items into sorted runs of twice the width. */
const mergePairs = async <Item>(
  runs: readonly Item[],
  width: number,
  compare: (a: Item, b: Item) => number,
  timeSlice: TimeSlice,
): Promise<Item[]> => {
  const merged: Item[] = [];
  for (let start = 0; start < runs.length; start += 2 * width) {
    const middle = Math.min(start + width, runs.length);
    const end = Math.min(middle + width, runs.length);
    let [left, right] = [start, middle];
    while (left < middle || right < end) {
      const [a, b] = [runs[left] as Item, runs[right] as Item];
      const isLeft = right === end || (left < middle && compare(a, b) <= 0);
      merged.push(isLeft ? a : b);
      if (isLeft) left += 1;
      else right += 1;
      if (merged.length % ITEMS_AT_ONCE === 0) await timeSlice.yieldIfSpent();
    }
  }
  return merged;
};
