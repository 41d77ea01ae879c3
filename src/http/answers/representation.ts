import { Readable } from 'node:stream';
import { promisify } from 'node:util';
import { createGzip, gzip } from 'node:zlib';
import type { Request, Response } from 'express';
import { endAtTurnEnd } from './end-of-turn.js';
import { streamBody } from './stream-body.js';

/** A response in one format, with its body in memory or made while it is sent. */
export interface Representation {
  readonly contentType: string;
  /** A strong ETag of the uncompressed body. */
  readonly etag: string;
  /** The name under which a browser saves the response. */
  readonly filename?: string;
  readonly body: () => Buffer | Readable;
  /** The compressed body, if it is kept; otherwise `body` is compressed when it is sent. */
  readonly gzipped?: () => Promise<CompressedBody>;
  /** Bytes of the uncompressed body, if known before it is made. */
  readonly length?: number;
  /** Milliseconds since upstream was asked; absent if it was asked for this response. */
  readonly ageMs?: number | undefined;
}

export interface CompressedBody {
  readonly body: Buffer | Readable;
  /** Bytes of `body`, if known before it is made. */
  readonly length?: number;
}

/** Bytes below which compression saves no packet. */
const COMPRESSED_BYTES_MIN = 1024;

const compress = promisify(gzip);

/**
 * Sends `representation`, compressed if the client accepts gzip, or a 304 if the client has it. The
 * two encodings have strong ETags of their own, as RFC 9110 requires, and the client's may be
 * either. Returns nothing when the body is in memory, so that the hot path allocates no promise.
 */
export const sendRepresentation = (response: Response, representation: Representation): Promise<void> | void => {
  const { contentType, filename, ageMs, body, length } = representation;
  const isCompressed = isWorthCompressing(representation) && acceptsGzip(response.req);
  response.vary('Accept-Encoding');
  response.setHeader('Content-Type', contentType);
  if (filename) response.setHeader('Content-Disposition', `attachment; filename="${filename}"`);
  if (ageMs !== undefined) response.setHeader('Age', Math.floor(ageMs / 1000));
  if (setETag(response, representation.etag, isCompressed)) return sendNotModified(response);
  if (!isCompressed) return sendBody(response, body(), length);
  response.setHeader('Content-Encoding', 'gzip');
  return compressedBody(representation).then((compressed) => sendBody(response, compressed.body, compressed.length));
};

const isWorthCompressing = ({ length = Infinity }: Representation): boolean => length >= COMPRESSED_BYTES_MIN;

const acceptsGzip = (request: Request): boolean =>
  request.headers['accept-encoding'] !== undefined && request.acceptsEncodings('gzip', 'identity') === 'gzip';

/**
 * Sets the ETag and returns whether the client has the response: then its own ETag, of either
 * encoding, otherwise the one to send.
 */
const setETag = (response: Response, etag: string, isCompressed: boolean): boolean => {
  const { req: request } = response;
  const toSend = isCompressed ? gzipETag(etag) : etag;
  response.setHeader('ETag', toSend);
  if (request.headers['if-none-match'] === undefined) return false;
  if (request.fresh) return true;
  response.setHeader('ETag', isCompressed ? etag : gzipETag(etag));
  if (request.fresh) return true;
  response.setHeader('ETag', toSend);
  return false;
};

const gzipETag = (etag: string): string => `${etag.slice(0, -1)}-gzip"`;

/** Ends `response` as a 304, without the headers that describe a body. */
export const sendNotModified = (response: Response): void => {
  response.removeHeader('Content-Type');
  response.removeHeader('Content-Disposition');
  response.status(304).end();
};

const compressedBody = async ({ gzipped, body }: Representation): Promise<CompressedBody> => {
  if (gzipped) return gzipped();
  const plain = body();
  return { body: plain instanceof Readable ? plain.compose(createGzip()) : await compress(plain) };
};

const sendBody = (response: Response, body: Buffer | Readable, length?: number): Promise<void> | void => {
  if (body instanceof Readable) return streamBody(response, body, length);
  response.setHeader('Content-Length', body.length);
  endAtTurnEnd(response, body);
};
