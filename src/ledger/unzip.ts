import { gunzipSync } from 'node:zlib';

/** The longest text that is unzipped into one buffer, in bytes. */
const BUFFER_MAX = 1 << 23;

/**
 * Unzips into a buffer of the length that gzip states: with Node's 16 KiB, a small text takes more
 * memory than it needs, and a large one long to put together. Throws an Error of zlib.
 */
export const unzip = (gzipped: Uint8Array): Buffer =>
  gunzipSync(gzipped, { chunkSize: Math.min(Math.max(statedLength(gzipped) + 1, 512), BUFFER_MAX) });

/**
 * The length of a text in bytes, modulo 2^32, which gzip states at the end; 0 if nothing is stated.
 * Of a text in several gzip members, it is that of the last.
 */
export const statedLength = ({ buffer, byteOffset, length }: Uint8Array): number =>
  length < 4 ? 0 : new DataView(buffer, byteOffset, length).getUint32(length - 4, true);
