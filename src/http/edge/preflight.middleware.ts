import type { RequestHandler } from 'express';

/**
 * Ends a CORS preflight with 204; `enableCors` has set its headers. Mounted after the limits, so
 * that a preflight counts.
 */
export const answerPreflight: RequestHandler = ({ method }, response, next) => {
  if (method !== 'OPTIONS') return next();
  response.statusCode = 204;
  response.setHeader('Content-Length', 0);
  response.end();
};
