import type { TimeSlice } from '../time/time-slice.js';
import type { Bill } from './bill.js';
import { radixSort } from './query/radix-sort.js';

/** How many messages have the id of another one that comes before them in some order. */
export const countRepeated = async (bill: Bill, timeSlice: TimeSlice): Promise<number> => {
  const ids = new Float64Array(bill.length);
  await timeSlice.forRows(ids.length, (start, end) => {
    for (let row = start; row < end; row += 1) ids[row] = bill.messageId(row);
  });
  // Without a set of a million: no entry for each message outlives this.
  const byId = await radixSort(bill.rows(), ids, false, timeSlice);
  let repeated = 0;
  let previous = NaN;
  await timeSlice.forRows(byId.length, (start, end) => {
    for (const row of byId.subarray(start, end)) {
      const id = ids[row] ?? NaN;
      if (id === previous) repeated += 1;
      previous = id;
    }
  });
  return repeated;
};
