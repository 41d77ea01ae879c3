import { randomUUID } from 'node:crypto';
import type { RequestHandler } from 'express';

declare module 'http' {
  interface IncomingMessage {
    /** As in `X-Request-Id` and in the log. */
    id: string;
  }
}

/** Short and plain: it is repeated in a header and in the log. */
const ACCEPTABLE = /^[\w.:-]{1,64}$/;

/** Gives the request an id, the caller's own where it is acceptable, and answers with it. Runs before all that can fail. */
export const requestId: RequestHandler = (request, response, next) => {
  const given = request.get('X-Request-Id');
  const id = given !== undefined && ACCEPTABLE.test(given) ? given : randomUUID();
  request.id = id;
  response.setHeader('X-Request-Id', id);
  next();
};
