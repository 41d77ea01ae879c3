/** Magic number, DEFLATE, no flags, no time: what zlib writes where it is told nothing else. */
const FIXED = [0x1f, 0x8b, 8, 0, 0, 0, 0, 0];
/** Marks of a compression level: none, slowest, fastest. */
const LEVELS = new Set([0, 2, 4]);
/** Systems that zlib names itself after: Unix, Windows (two numbers), macOS, unknown. */
const SYSTEMS = new Set([3, 10, 11, 19, 255]);

/**
 * Whether gzipped bytes begin as zlib writes them. Decompression ignores most of these bytes, so
 * that a checksum of the content would not notice damage there.
 */
export const hasOwnHeader = (gzipped: Uint8Array): boolean =>
  FIXED.every((byte, index) => gzipped[index] === byte) &&
  LEVELS.has(gzipped[8] ?? -1) &&
  SYSTEMS.has(gzipped[9] ?? -1);
