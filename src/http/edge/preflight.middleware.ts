import type { RequestHandler } from 'express';

/** Answers a preflight, whose headers are set by then. Mounted after the limits, which it counts for like any request. */
export const answerPreflight: RequestHandler = ({ method }, response, next) => {
  if (method !== 'OPTIONS') return next();
  response.statusCode = 204;
  response.setHeader('Content-Length', 0);
  response.end();
};
