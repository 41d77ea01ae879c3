import { NotFoundException } from '@nestjs/common';
import type { Request } from 'express';
import { cut } from '../../validation/cut.js';
import type { ProblemCode } from './problem-types.js';

/**
 * What went wrong with this request, in a sentence: the message of the exception, except that an
 * internal error reveals nothing, and that Nest's own messages are replaced.
 */
export const problemDetail = (code: ProblemCode, exception: unknown, request: Request): string => {
  const { method } = request;
  const path = cut(request.path);
  if (code === 'internal-error' || !(exception instanceof Error)) return `${method} ${path} failed inside the service`;
  if (code === 'method-not-allowed') return `${path} does not have the method ${method}`;
  if (code === 'not-ready') return 'The service is stopping';
  if (exception instanceof NotFoundException) return `${method} ${path} is not a route of this service`;
  // Quotes the caller's Content-Type.
  if (code === 'unsupported-media-type') return cut(exception.message);
  return exception.message;
};
