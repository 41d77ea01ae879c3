const COLON = 0x3a;
const BLANKS = new Set(Buffer.from(' \t\r\n'));
/** Bytes of the longest escape of one character: `\u006d`. */
const ESCAPE_BYTES_MAX = 6;

/**
 * Whether these bytes of JSON are the key `name`, which may be written with escapes, and its colon:
 * `"mess\u0061ges" :`.
 */
export const isKey = (bytes: Buffer, name: string): boolean => {
  const colon = findLastNonBlank(bytes, bytes.length);
  const key = bytes.subarray(0, findLastNonBlank(bytes, colon) + 1);
  if (bytes[colon] !== COLON || key.length > ESCAPE_BYTES_MAX * name.length + 2) return false;
  try {
    return JSON.parse(key.toString()) === name;
  } catch {
    // Not a string: the value stands in an array, or the body is not JSON, which its end will show.
    return false;
  }
};

/** The offset of the last byte before `end` that is not white space; -1 if there is none. */
const findLastNonBlank = (bytes: Uint8Array, end: number): number => {
  let offset = end - 1;
  while (BLANKS.has(bytes[offset] ?? 0)) offset -= 1;
  return offset;
};
