import { createHash } from 'node:crypto';
import { createGunzip } from 'node:zlib';
import type { SealedFile } from '../billing/past-periods.js';
import type { Representation } from '../http/answers/representation.js';

/**
 * The sealed lines of a closed period, to be sent compressed as they are kept, or decompressed for
 * clients that do not accept gzip. The ETag is the SHA-256 that the manifest states.
 */
export const toSealedAnswer = ({ gzipped, sha256 }: SealedFile): Representation => {
  const kept = Buffer.from(gzipped.buffer, gzipped.byteOffset, gzipped.byteLength);
  return {
    contentType: 'text/csv; charset=utf-8',
    etag: `"${sha256}"`,
    isImmutable: true,
    sha256: Buffer.from(sha256, 'hex').toString('base64'),
    body: () => createGunzip().end(kept),
    gzipped: () => Promise.resolve({ body: kept, sha256: createHash('sha256').update(kept).digest('base64') }),
  };
};
