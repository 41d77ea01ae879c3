import type { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { Response } from 'express';

/**
 * Sends `body` as fast as the client reads it, or nothing of it for a HEAD. `length` is its bytes,
 * if known. Resolves if the client disconnects; rejects if the body fails.
 */
export const streamBody = async (response: Response, body: Readable, length?: number): Promise<void> => {
  if (length !== undefined) response.setHeader('Content-Length', length);
  if (response.req.method === 'HEAD') {
    // From Node 24 on, destroying a composed stream emits an error, which would end the process.
    body.once('error', () => undefined).destroy();
    response.end();
    return;
  }
  // `pipeline` adds many listeners to those of log, metrics and limits, and Node would warn of a
  // leak.
  response.setMaxListeners(0);
  await pipeline(body, response).catch((error: unknown) => {
    // A client that disconnected is not a failure.
    if (!response.closed || response.writableFinished) throw error;
  });
};
