import type { ServerResponse } from 'node:http';
import type { ProblemDto } from './problem.dto.js';
import { PROBLEM_MEDIA_TYPE } from './problem.js';

/**
 * Ends `response` with a problem that no cache may store, and with `Retry-After` where the caller
 * may retry. Middleware that refuses many requests calls it instead of throwing: an error would
 * pass every route on its way to the filter.
 */
export const sendProblem = (response: ServerResponse, document: ProblemDto, retryAfterSeconds?: number): void => {
  response.statusCode = document.status;
  if (retryAfterSeconds !== undefined) response.setHeader('Retry-After', String(retryAfterSeconds));
  response.setHeader('Cache-Control', 'no-store');
  response.setHeader('Content-Type', PROBLEM_MEDIA_TYPE);
  const body = Buffer.from(JSON.stringify(document));
  response.setHeader('Content-Length', body.length);
  response.end(body);
};
