import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { promisify } from 'node:util';
import { createGzip, gzip } from 'node:zlib';
import type { Request, Response } from 'express';

/** An answer in one format, whole as bytes or made as it is sent. */
export interface Representation {
  readonly contentType: string;
  /** Strong, of the body as it is without compression. */
  readonly etag: string;
  /** The name under which a browser saves it. */
  readonly filename?: string;
  readonly body: () => Buffer | Readable;
  /** The compressed body, where that is kept; else it is made of `body` where it is worth it. */
  readonly gzipped?: (() => Promise<Buffer>) | undefined;
  /** Bytes of the body, where they are known before it is made. */
  readonly length?: number;
  /** Milliseconds since upstream was asked, where it was not asked for this answer. */
  readonly ageMs?: number | undefined;
}

/** Below this, compression saves no packet. */
const SMALLEST_WORTH_COMPRESSING = 1024;

const compress = promisify(gzip);

/**
 * Sends `answer` to whoever asked, as a 304 where they have it already: then nothing of its body is made. It is compressed where the
 * caller accepts gzip; the two have ETags of their own, as RFC 9110 wants of strong ones, and either one is recognised.
 */
export const send = async (response: Response, answer: Representation): Promise<void> => {
  const { req: request } = response;
  const isCompressed = isWorthCompressing(answer) && request.acceptsEncodings('gzip', 'identity') === 'gzip';
  response.vary('Accept-Encoding');
  response.setHeader('Content-Type', answer.contentType);
  if (answer.filename) response.setHeader('Content-Disposition', `attachment; filename="${answer.filename}"`);
  if (answer.ageMs !== undefined) response.setHeader('Age', Math.floor(answer.ageMs / 1000));
  const etags = [answer.etag, answer.etag.replace(/"$/, '-gzip"')];
  if (isFresh(request, response, isCompressed ? etags.toReversed() : etags)) return notModified(response);
  if (isCompressed) response.setHeader('Content-Encoding', 'gzip');
  await write(response, await bodyOf(answer, isCompressed), isCompressed ? undefined : answer.length);
};

const isWorthCompressing = ({ length = Infinity }: Representation): boolean => length >= SMALLEST_WORTH_COMPRESSING;

/** Leaves the ETag that the caller has, or the one of what is sent, which is the first. */
const isFresh = (request: Request, response: Response, [sent = '', other = '']: string[]): boolean => {
  response.setHeader('ETag', sent);
  if (request.headers['if-none-match'] === undefined) return false;
  if (request.fresh) return true;
  response.setHeader('ETag', other);
  if (request.fresh) return true;
  response.setHeader('ETag', sent);
  return false;
};

const notModified = (response: Response): void => {
  response.removeHeader('Content-Type');
  response.removeHeader('Content-Disposition');
  response.status(304).end();
};

const bodyOf = async (answer: Representation, isCompressed: boolean): Promise<Buffer | Readable> => {
  if (!isCompressed) return answer.body();
  if (answer.gzipped) return answer.gzipped();
  const body = answer.body();
  return body instanceof Readable ? body.compose(createGzip()) : compress(body);
};

const write = async (response: Response, body: Buffer | Readable, length?: number): Promise<void> => {
  if (body instanceof Readable) {
    if (length !== undefined) response.setHeader('Content-Length', length);
    if (response.req.method === 'HEAD') {
      body.destroy();
      response.end();
      return;
    }
    await pipeline(body, response).catch((error: unknown) => {
      // Who went away wants no more of it, and that is no failure.
      if (!response.closed || response.writableFinished) throw error;
    });
    return;
  }
  response.setHeader('Content-Length', body.length);
  response.end(body);
};
