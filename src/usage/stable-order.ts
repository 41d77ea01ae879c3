const BYTES = 8;

/**
 * `rows` in the order of their keys, numbers of 0 or more; what is equal keeps its order, descending too. `keys` has the key of each row of
 * the bill at its place. Linear in the number of rows (a radix sort over the bytes of the keys: those of a double that is not
 * negative, read as an integer, have its order), so that a million rows hold no other request up.
 */
export const inOrderOf = (rows: Uint32Array, keys: Float64Array, isDescending: boolean): Uint32Array => {
  // Lowest byte first: every machine that Node is built for but one is little-endian.
  const bytes = new Uint8Array(keys.buffer, keys.byteOffset, keys.byteLength);
  let ordered = rows;
  let next: Uint32Array = new Uint32Array(rows.length);
  for (let byte = 0; byte < BYTES; byte += 1) {
    const starts = startsOf(ordered, bytes, byte, isDescending);
    if (!starts) continue;
    for (const row of ordered) {
      const digit = bytes[row * BYTES + byte] ?? 0;
      const place = starts[digit] ?? 0;
      next[place] = row;
      starts[digit] = place + 1;
    }
    [ordered, next] = [next, ordered === rows ? new Uint32Array(rows.length) : ordered];
  }
  return ordered;
};

/** Where the rows with each value of a byte start; nothing where all have the same. */
const startsOf = (
  rows: Uint32Array,
  bytes: Uint8Array,
  byte: number,
  isDescending: boolean,
): Uint32Array | undefined => {
  const counts = new Uint32Array(256);
  for (const row of rows) {
    const digit = bytes[row * BYTES + byte] ?? 0;
    counts[digit] = (counts[digit] ?? 0) + 1;
  }
  if (counts.includes(rows.length)) return undefined;
  let passed = 0;
  const starts = counts.map((count) => (passed += count) - count);
  return isDescending ? starts.map((start, digit) => rows.length - start - (counts[digit] ?? 0)) : starts;
};
