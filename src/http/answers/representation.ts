import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { promisify } from 'node:util';
import { createGzip, gzip } from 'node:zlib';
import type { Request, Response } from 'express';
import { endAtTurnEnd } from './end-of-turn.js';

/** An answer in one format, whole as bytes or made as it is sent. */
export interface Representation {
  readonly contentType: string;
  /** Strong, of the body as it is without compression. */
  readonly etag: string;
  /** The name under which a browser saves it. */
  readonly filename?: string;
  readonly body: () => Buffer | Readable;
  /** The compressed body, where that is kept; else it is made of `body` where it is worth it. */
  readonly gzipped?: () => Promise<CompressedBody>;
  /** Bytes of the body, where they are known before it is made. */
  readonly length?: number;
  /** Milliseconds since upstream was asked, where it was not asked for this answer. */
  readonly ageMs?: number | undefined;
}

export interface CompressedBody {
  readonly body: Buffer | Readable;
  /** Bytes of it, where they are known before it is made. */
  readonly length?: number;
}

/** Below this, compression saves no packet. */
const SMALLEST_WORTH_COMPRESSING = 1024;

const compress = promisify(gzip);

/**
 * Sends `answer` to whoever asked, as a 304 where they have it already. It is compressed where the
 * caller accepts gzip; the two have ETags of their own, as RFC 9110 wants of strong ones, and either one is recognised. What is ready
 * needs no promise.
 */
export const send = (response: Response, answer: Representation): Promise<void> | void => {
  const { req: request } = response;
  const isCompressed = isWorthCompressing(answer) && acceptsGzip(request);
  varyBy(response, 'Accept-Encoding');
  response.setHeader('Content-Type', answer.contentType);
  if (answer.filename) response.setHeader('Content-Disposition', `attachment; filename="${answer.filename}"`);
  if (answer.ageMs !== undefined) response.setHeader('Age', Math.floor(answer.ageMs / 1000));
  if (isFresh(request, response, answer, isCompressed)) return notModified(response);
  if (!isCompressed) return write(response, answer.body(), answer.length);
  response.setHeader('Content-Encoding', 'gzip');
  return compressed(answer).then(({ body, length }) => write(response, body, length));
};

/** Says that another `field` of the request makes another answer. Express's own parses and compares what there is, for each answer. */
export const varyBy = (response: Response, field: string): void => {
  const fields = response.getHeader('Vary');
  response.setHeader('Vary', fields === undefined ? field : `${String(fields)}, ${field}`);
};

const isWorthCompressing = ({ length = Infinity }: Representation): boolean => length >= SMALLEST_WORTH_COMPRESSING;

const acceptsGzip = (request: Request): boolean =>
  request.headers['accept-encoding'] !== undefined && request.acceptsEncodings('gzip', 'identity') === 'gzip';

/** Leaves the ETag that the caller has, or else the one of what is sent. */
const isFresh = (request: Request, response: Response, { etag }: Representation, isCompressed: boolean): boolean => {
  const sent = isCompressed ? compressedTag(etag) : etag;
  response.setHeader('ETag', sent);
  if (request.headers['if-none-match'] === undefined) return false;
  if (request.fresh) return true;
  response.setHeader('ETag', isCompressed ? etag : compressedTag(etag));
  if (request.fresh) return true;
  response.setHeader('ETag', sent);
  return false;
};

const compressedTag = (etag: string): string => `${etag.slice(0, -1)}-gzip"`;

const notModified = (response: Response): void => {
  response.removeHeader('Content-Type');
  response.removeHeader('Content-Disposition');
  response.status(304).end();
};

const compressed = async ({ gzipped, body }: Representation): Promise<CompressedBody> => {
  if (gzipped) return gzipped();
  const whole = body();
  return { body: whole instanceof Readable ? whole.compose(createGzip()) : await compress(whole) };
};

const write = (response: Response, body: Buffer | Readable, length?: number): Promise<void> | void => {
  if (body instanceof Readable) return stream(response, body, length);
  response.setHeader('Content-Length', body.length);
  endAtTurnEnd(response, body);
};

/** As fast as it is read. */
export const stream = async (response: Response, body: Readable, length?: number): Promise<void> => {
  if (length !== undefined) response.setHeader('Content-Length', length);
  if (response.req.method === 'HEAD') {
    body.destroy();
    response.end();
    return;
  }
  // A pipeline listens in many places, beside those who log, measure and count.
  response.setMaxListeners(0);
  await pipeline(body, response).catch((error: unknown) => {
    // Who went away wants no more of it, and that is no failure.
    if (!response.closed || response.writableFinished) throw error;
  });
};
