import { gunzipSync } from 'node:zlib';

const CHUNK_BYTES_MAX = 1 << 20;

/**
 * Unzips a text. `expectedBytes`: about how long it is; Node's default buffer is 16 KiB, which most
 * documents do not fill and large ones take long to put together from. Throws an Error of zlib.
 */
export const unzip = (gzipped: Uint8Array, expectedBytes = 4 * gzipped.length): Buffer =>
  gunzipSync(gzipped, { chunkSize: Math.min(Math.max(expectedBytes + 1, 512), CHUNK_BYTES_MAX) });
