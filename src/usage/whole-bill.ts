import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { Readable } from 'node:stream';
import { promisify } from 'node:util';
import { constants, createGunzip, createGzip, type Gzip, gzip } from 'node:zlib';
import type { CompressedBody, Representation } from '../http/answers/representation.js';
import { TimeSlice } from '../time/time-slice.js';
import type { Bill } from '../billing/bill.js';
import { JSON_FILE } from './usage-file.js';

/** A bill of more bytes is only kept compressed, which takes a tenth: whoever wants it plain has it unpacked on the way. */
const MAX_PLAIN = 4 * 2 ** 20;

const compress = promisify(gzip);

/**
 * The whole bill as JSON, written once: the bytes of the frozen contract, kept with the bill and sent as they are. Throws a RangeError
 * where an amount has no JSON number, before anything is sent.
 */
export const contentOf = async (bill: Bill): Promise<Representation> => {
  const hash = createHash('sha256');
  const packer = new Packer();
  const timeSlice = new TimeSlice();
  for (const text of JSON_FILE.write(bill, { rows: bill.messages.rows() })) {
    const chunk = Buffer.from(text);
    hash.update(chunk);
    await packer.write(chunk);
    await timeSlice.yieldIfSpent();
  }
  return { contentType: JSON_FILE.contentType, etag: `"${hash.digest('base64url')}"`, ...(await packer.end()) };
};

/** Keeps what is written: as it is while it is small, and else compressed at once. */
class Packer {
  private plain: Buffer[] = [];
  private length = 0;
  private gzip: Gzip | undefined;
  private readonly packed: Buffer[] = [];

  async write(chunk: Buffer): Promise<void> {
    this.length += chunk.length;
    if (this.gzip) return writeTo(this.gzip, chunk);
    this.plain.push(chunk);
    if (this.length <= MAX_PLAIN) return;
    this.gzip = createGzip({ level: constants.Z_BEST_SPEED }).on('data', (packed: Buffer) => this.packed.push(packed));
    const waiting = Buffer.concat(this.plain);
    this.plain = [];
    await writeTo(this.gzip, waiting);
  }

  async end(): Promise<Pick<Representation, 'body' | 'gzipped' | 'length'>> {
    const { gzip, length, packed } = this;
    if (!gzip) {
      const plain = Buffer.concat(this.plain);
      let compressed: Promise<CompressedBody> | undefined;
      return {
        body: () => plain,
        gzipped: () => (compressed ??= compress(plain).then((body) => ({ body }))),
        length,
      };
    }
    await once(gzip.end(), 'end');
    const packedLength = packed.reduce((sum, chunk) => sum + chunk.length, 0);
    return {
      body: () => Readable.from(packed).compose(createGunzip()),
      gzipped: () => Promise.resolve({ body: Readable.from(packed), length: packedLength }),
      length,
    };
  }
}

const writeTo = async (gzip: Gzip, chunk: Buffer): Promise<void> => {
  if (!gzip.write(chunk)) await once(gzip, 'drain');
};
