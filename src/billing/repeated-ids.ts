import type { MessageTable } from '../period/message-table.js';
import type { TimeSlice } from '../time/time-slice.js';
import { radixSort } from './query/radix-sort.js';

/**
 * Counts the messages that repeat an id: the number of messages less the number of different ids.
 */
export const countRepeatedIds = async (messages: MessageTable, timeSlice: TimeSlice): Promise<number> => {
  const ids = new Float64Array(messages.length);
  await timeSlice.forRows(ids.length, (start, end) => {
    for (let row = start; row < end; row += 1) ids[row] = messages.id(row);
  });
  // A sort rather than a Set, which takes tens of megabytes for a million ids.
  const byId = await radixSort(messages.rows(), ids, false, timeSlice);
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
