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
  readonly gzipped?: () => Promise<EncodedBody>;
  /** Bytes of the uncompressed body, if known before it is made. */
  readonly length?: number;
  /** Whether the body is compressed by its own format, so that no encoding makes it shorter. */
  readonly isCompressed?: boolean;
  /** SHA-256 of the uncompressed body in base64, to be sent as `Content-Digest`; absent if unknown. */
  readonly sha256?: string;
  /** Whether the response is the same for ever, so that a cache may keep it without asking again. */
  readonly isImmutable?: boolean;
  /** Milliseconds since upstream was asked; absent if it was asked for this response. */
  readonly ageMs?: number | undefined;
}

/** A body in one encoding. */
export interface EncodedBody {
  readonly body: Buffer | Readable;
  /** Bytes of `body`, if known before it is made. */
  readonly length?: number | undefined;
  /** SHA-256 of `body` in base64, to be sent as `Content-Digest`; absent if unknown. */
  readonly sha256?: string | undefined;
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
  const { contentType, filename, ageMs, isImmutable, body, length, sha256 } = representation;
  const isCompressed = isWorthCompressing(representation) && acceptsGzip(response.req);
  response.vary('Accept-Encoding');
  response.setHeader('Content-Type', contentType);
  if (filename) response.setHeader('Content-Disposition', `attachment; filename="${filename}"`);
  if (isImmutable) response.setHeader('Cache-Control', 'private, max-age=31536000, immutable');
  if (ageMs !== undefined) response.setHeader('Age', Math.floor(ageMs / 1000));
  if (setETag(response, representation.etag, isCompressed)) return sendNotModified(response);
  if (!isCompressed) return sendBody(response, { body: body(), length, sha256 });
  response.setHeader('Content-Encoding', 'gzip');
  return compressedBody(representation).then((compressed) => sendBody(response, compressed));
};

const isWorthCompressing = ({ length = Infinity, isCompressed = false }: Representation): boolean =>
  !isCompressed && length >= COMPRESSED_BYTES_MIN;

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

const compressedBody = async ({ gzipped, body }: Representation): Promise<EncodedBody> => {
  if (gzipped) return gzipped();
  const plain = body();
  return { body: plain instanceof Readable ? plain.compose(createGzip()) : await compress(plain) };
};

const sendBody = (response: Response, { body, length, sha256 }: EncodedBody): Promise<void> | void => {
  // RFC 9530 digests the content of the message, and a HEAD has none.
  if (sha256 && response.req.method !== 'HEAD') response.setHeader('Content-Digest', `sha-256=:${sha256}:`);
  if (body instanceof Readable) return streamBody(response, body, length);
  response.setHeader('Content-Length', body.length);
  endAtTurnEnd(response, body);
};
