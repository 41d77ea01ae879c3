import os from 'node:os';
import { ROWS_AT_ONCE, type TimeSlice } from '../../time/time-slice.js';

/*
 * A radix sort, in place of `rows.toSorted((a, b) => keys[a] - keys[b])`, which would block the
 * event loop until a million rows are sorted. It is linear in the number of rows, and yields between
 * slices of them: `npm run test:stalls` measures how long other requests wait. To be dropped once
 * bills are sorted off the event loop.
 *
 * It is correct because the bytes of a double that is not negative, read as an integer, have the
 * order of the double.
 */

const BYTES = 8;

// The passes go from the lowest byte to the highest, which in memory is that order only on a
// little-endian machine.
if (os.endianness() !== 'LE')
  throw new Error('radixSort reads the bytes of doubles, and supports little-endian machines only');

/**
 * Returns `rows` sorted by their keys, which must be 0 or more; rows with equal keys keep their
 * order, in descending order too. `keys` has the key of each row at the index of the row. Returns
 * `rows` itself if they are sorted already.
 */
export const radixSort = async (
  rows: Uint32Array,
  keys: Float64Array,
  isDescending: boolean,
  timeSlice: TimeSlice,
): Promise<Uint32Array> => {
  if (await areInOrder(rows, keys, isDescending, timeSlice)) return rows;
  const bytes = new Uint8Array(keys.buffer, keys.byteOffset, keys.byteLength);
  let ordered = rows;
  let next: Uint32Array = new Uint32Array(rows.length);
  for (let byte = 0; byte < BYTES; byte += 1) {
    const starts = await countStarts(ordered, bytes, byte, isDescending, timeSlice);
    if (!starts) continue;
    const [before, after] = [ordered, next];
    await timeSlice.forRows(rows.length, (start, end) => {
      for (const row of before.subarray(start, end)) {
        const digit = bytes[row * BYTES + byte] ?? 0;
        const index = starts[digit] ?? 0;
        after[index] = row;
        starts[digit] = index + 1;
      }
    });
    [ordered, next] = [after, before === rows ? new Uint32Array(rows.length) : before];
  }
  return ordered;
};

/** Whether rows are sorted already: most periods arrive in the order of their timestamps. */
const areInOrder = async (
  rows: Uint32Array,
  keys: Float64Array,
  isDescending: boolean,
  timeSlice: TimeSlice,
): Promise<boolean> => {
  let previous = isDescending ? Infinity : 0;
  for (let start = 0; start < rows.length; start += ROWS_AT_ONCE) {
    for (const row of rows.subarray(start, start + ROWS_AT_ONCE)) {
      const key = keys[row] ?? 0;
      if (isDescending ? key > previous : key < previous) return false;
      previous = key;
    }
    await timeSlice.yieldIfSpent();
  }
  return true;
};

/**
 * For each value of a byte, the index at which the rows with that value start in the sorted result;
 * undefined if all rows have the same value, so that the pass can be skipped.
 */
const countStarts = async (
  rows: Uint32Array,
  bytes: Uint8Array,
  byte: number,
  isDescending: boolean,
  timeSlice: TimeSlice,
): Promise<Uint32Array | undefined> => {
  const counts = new Uint32Array(256);
  await timeSlice.forRows(rows.length, (start, end) => {
    for (const row of rows.subarray(start, end)) {
      const digit = bytes[row * BYTES + byte] ?? 0;
      counts[digit] = (counts[digit] ?? 0) + 1;
    }
  });
  if (counts.includes(rows.length)) return undefined;
  let end = 0;
  const starts = counts.map((count) => (end += count) - count);
  return isDescending ? starts.map((start, digit) => rows.length - start - (counts[digit] ?? 0)) : starts;
};
