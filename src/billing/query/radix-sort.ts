import { ROWS_AT_ONCE, type TimeSlice } from '../../time/time-slice.js';

const BYTES = 8;

/**
 * `rows` in the order of their keys, numbers of 0 or more; what is equal keeps its order, descending too. `keys` has the key of each row of
 * the bill at its place. Linear in the number of rows (a radix sort over the bytes of the keys: those of a double that is not
 * negative, read as an integer, have its order), and in slices, so that a million rows hold no other request up.
 */
export const radixSort = async (
  rows: Uint32Array,
  keys: Float64Array,
  isDescending: boolean,
  timeSlice: TimeSlice,
): Promise<Uint32Array> => {
  if (await areInOrder(rows, keys, isDescending, timeSlice)) return rows;
  // Lowest byte first: every machine that Node is built for but one is little-endian.
  const bytes = new Uint8Array(keys.buffer, keys.byteOffset, keys.byteLength);
  let ordered = rows;
  let next: Uint32Array = new Uint32Array(rows.length);
  for (let byte = 0; byte < BYTES; byte += 1) {
    const starts = await startsOf(ordered, bytes, byte, isDescending, timeSlice);
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

/** Most periods come in the order of their times, which one look finds out. */
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

/** Where the rows with each value of a byte start; nothing where all have the same. */
const startsOf = async (
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
  let passed = 0;
  const starts = counts.map((count) => (passed += count) - count);
  return isDescending ? starts.map((start, digit) => rows.length - start - (counts[digit] ?? 0)) : starts;
};
