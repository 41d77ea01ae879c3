import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { Readable } from 'node:stream';
import { promisify } from 'node:util';
import { constants, createGunzip, createGzip, type Gzip, gzip } from 'node:zlib';
import type { EncodedBody, Representation } from '../http/answers/representation.js';
import { TimeSlice } from '../time/time-slice.js';
import type { Bill } from '../billing/bill.js';
import { JSON_FILE } from './usage-file.js';

/**
 * A larger bill is kept compressed only, in a tenth of the memory, and decompressed for clients
 * that do not accept gzip.
 */
const PLAIN_BYTES_MAX = 4 * 2 ** 20;

const compress = promisify(gzip);

/**
 * Writes the whole bill as JSON: the bytes of the frozen contract, to be sent as they are. Throws a
 * RangeError if an amount has no JSON number.
 */
export const writeWholeBill = async (bill: Bill): Promise<Representation> => {
  const hash = createHash('sha256');
  const body = new BodyBuilder();
  const timeSlice = new TimeSlice();
  for (const text of JSON_FILE.write(bill, { rows: bill.messages.rows() })) {
    const chunk = Buffer.from(text);
    hash.update(chunk);
    await body.append(chunk);
    await timeSlice.yieldIfSpent();
  }
  return { contentType: JSON_FILE.contentType, etag: `"${hash.digest('base64url')}"`, ...(await body.end()) };
};

/**
 * Collects a body: as it is up to {@link PLAIN_BYTES_MAX}, and compressed as it arrives from then
 * on.
 */
class BodyBuilder {
  private plain: Buffer[] = [];
  private length = 0;
  private gzip: Gzip | undefined;
  private readonly compressed: Buffer[] = [];

  async append(chunk: Buffer): Promise<void> {
    this.length += chunk.length;
    if (this.gzip) return writeTo(this.gzip, chunk);
    this.plain.push(chunk);
    if (this.length <= PLAIN_BYTES_MAX) return;
    this.gzip = createGzip({ level: constants.Z_BEST_SPEED }).on('data', (data: Buffer) => this.compressed.push(data));
    const pending = Buffer.concat(this.plain);
    this.plain = [];
    await writeTo(this.gzip, pending);
  }

  async end(): Promise<Pick<Representation, 'body' | 'gzipped' | 'length'>> {
    const { gzip, length, compressed: chunks } = this;
    if (!gzip) {
      const plain = Buffer.concat(this.plain);
      let compressed: Promise<EncodedBody> | undefined;
      return {
        body: () => plain,
        gzipped: () => (compressed ??= compress(plain).then((body) => ({ body }))),
        length,
      };
    }
    await once(gzip.end(), 'end');
    const gzippedLength = chunks.reduce((sum, chunk) => sum + chunk.length, 0);
    return {
      body: () => Readable.from(chunks).compose(createGunzip()),
      gzipped: () => Promise.resolve({ body: Readable.from(chunks), length: gzippedLength }),
      length,
    };
  }
}

/** Writes a chunk, and waits while the compressor's buffer is full. */
const writeTo = async (gzip: Gzip, chunk: Buffer): Promise<void> => {
  if (!gzip.write(chunk)) await once(gzip, 'drain');
};
