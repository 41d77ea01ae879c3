import { randomUUID } from 'node:crypto';
import type { RequestHandler } from 'express';

declare module 'http' {
  interface IncomingMessage {
    /** The request id, as in `X-Request-Id` and in the log. */
    id: string;
  }
}

/** A caller's id is repeated in a header and in the log, so it must be short and plain. */
const ACCEPTABLE = /^[\w.:-]{1,64}$/;

/**
 * Sets `request.id` to the caller's `X-Request-Id` if acceptable, else to a UUID, and sends it
 * back. Mounted before everything that can fail.
 */
export const requestId: RequestHandler = (request, response, next) => {
  const given = request.get('X-Request-Id');
  const id = given !== undefined && ACCEPTABLE.test(given) ? given : randomUUID();
  request.id = id;
  response.setHeader('X-Request-Id', id);
  next();
};
