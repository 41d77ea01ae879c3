import type { ServerResponse } from 'node:http';
import type { ProblemDto } from './problem.dto.js';
import { PROBLEM_MEDIA_TYPE } from './problem.js';

/**
 * Answers with a problem, for nobody to keep; with the seconds after which the request may be made again, where it may. What refuses
 * many requests sends it itself: on the way to the filter an error passes every route there is.
 */
export const sendProblem = (response: ServerResponse, document: ProblemDto, retryAfterS?: number): void => {
  response.statusCode = document.status;
  if (retryAfterS !== undefined) response.setHeader('Retry-After', String(retryAfterS));
  response.setHeader('Cache-Control', 'no-store');
  response.setHeader('Content-Type', PROBLEM_MEDIA_TYPE);
  const body = Buffer.from(JSON.stringify(document));
  response.setHeader('Content-Length', body.length);
  response.end(body);
};
