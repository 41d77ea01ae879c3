import { createHash } from 'node:crypto';
import { Readable } from 'node:stream';
import type { Response } from 'express';
import { TimeSlice } from '../../time/time-slice.js';
import { jsonChunks } from './json-writer.js';
import { stream } from './representation.js';
import type { TextPieces } from './text-pieces.js';

interface Written {
  readonly chunks: readonly Buffer[];
  /** Bytes. */
  readonly length: number;
  /** SHA-1, base64. */
  readonly digest: string;
}

/**
 * Answers with the JSON of `value`, with an ETag of what it says, or with a 304 where the caller has it.
 * A large value is written, hashed and sent in pieces, and gives way to other requests between them.
 * Throws what writing it throws, before anything is sent.
 */
export const sendJson = (response: Response, value: unknown): Promise<void> => {
  if (!response.hasHeader('Content-Type')) response.setHeader('Content-Type', 'application/json; charset=utf-8');
  return send(response, jsonChunks(value));
};

/** Answers with a text as {@link sendJson} does with a value, as a file where it has a name. The `Content-Type` is set already. */
export const sendText = (response: Response, text: TextPieces): Promise<void> => {
  if (text.filename) response.setHeader('Content-Disposition', `attachment; filename="${text.filename}"`);
  return send(response, text.chunks());
};

const send = async (response: Response, texts: AsyncIterable<string>): Promise<void> => {
  const { chunks, length, digest } = await write(texts);
  // Weak: it stands for the answer in every encoding that the compression makes of it. In Express's own form.
  response.setHeader('ETag', `W/"${length.toString(16)}-${digest.slice(0, 27)}"`);
  if (response.req.fresh) {
    response.removeHeader('Content-Type');
    response.removeHeader('Content-Disposition');
    response.status(304).end();
    return;
  }
  response.setHeader('Content-Length', length);
  const [first, ...others] = chunks;
  if (others.length > 0) await stream(response, Readable.from(chunks, { objectMode: false }), length);
  else if (response.req.method === 'HEAD') response.end();
  else response.end(first);
};

const write = async (texts: AsyncIterable<string>): Promise<Written> => {
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
