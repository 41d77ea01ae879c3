import { createHash } from 'node:crypto';
import { Readable } from 'node:stream';
import type { Response } from 'express';
import { TimeSlice } from '../../time/time-slice.js';
import { jsonChunks } from './json-writer.js';
import { sendNotModified } from './representation.js';
import { streamBody } from './stream-body.js';
import type { TextPieces } from './text-pieces.js';

interface WrittenBody {
  readonly chunks: readonly Buffer[];
  /** Bytes of all chunks. */
  readonly length: number;
  /** SHA-1 in base64. */
  readonly digest: string;
}

/**
 * Answers with the JSON of `value` and a weak ETag of its content, or with a 304 if the client has
 * it. Writes, hashes and sends a large value in pieces and yields to other requests between them.
 * Rejects with what writing throws, before anything is sent.
 */
export const sendJson = (response: Response, value: unknown): Promise<void> => {
  if (!response.hasHeader('Content-Type')) response.setHeader('Content-Type', 'application/json; charset=utf-8');
  return sendTexts(response, jsonChunks(value));
};

/**
 * Answers with a text and a weak ETag of its content, or with a 304 if the client has it; under
 * the name of the text if it has one. The `Content-Type` must be set. Sends in pieces and rejects as {@link
 * sendJson} does.
 */
export const sendText = (response: Response, text: TextPieces): Promise<void> => {
  if (text.filename) response.setHeader('Content-Disposition', `${text.disposition}; filename="${text.filename}"`);
  return sendTexts(response, text.chunks());
};

const sendTexts = async (response: Response, texts: AsyncIterable<string>): Promise<void> => {
  const { chunks, length, digest } = await writeBody(texts);
  // Weak, because compression makes other encodings of the body under the same ETag. In Express's
  // form.
  response.setHeader('ETag', `W/"${length.toString(16)}-${digest.slice(0, 27)}"`);
  if (response.req.fresh) return sendNotModified(response);
  response.setHeader('Content-Length', length);
  const [first, ...others] = chunks;
  if (others.length > 0) await streamBody(response, Readable.from(chunks, { objectMode: false }), length);
  else if (response.req.method === 'HEAD') response.end();
  else response.end(first);
};

const writeBody = async (texts: AsyncIterable<string>): Promise<WrittenBody> => {
  const chunks: Buffer[] = [];
  const hash = createHash('sha1');
  const timeSlice = new TimeSlice();
  let length = 0;
  for await (const text of texts) {
    const chunk = Buffer.from(text);
    chunks.push(chunk);
    hash.update(chunk);
    length += chunk.length;
    await timeSlice.yieldIfSpent();
  }
  return { chunks, length, digest: hash.digest('base64') };
};
