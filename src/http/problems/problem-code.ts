import { HttpException } from '@nestjs/common';
import type { Request } from 'express';
import { allowedMethods } from './allowed-methods.js';
import { matchedRoute } from './matched-route.js';
import { isProblemCode, type ProblemCode } from './problem-types.js';

/**
 * The kind of problem that an exception is. A domain error has it as its `code`; an error of Nest
 * or of a body parser has a status instead. A 404 for a path that has other methods is a 405.
 */
export const problemCode = (exception: unknown, request: Request): ProblemCode => {
  if (!(exception instanceof Error)) return 'internal-error';
  if ('code' in exception && isProblemCode(exception.code)) return exception.code;
  const status = statusOf(exception);
  if (status === 404) {
    const hasOtherMethods = !matchedRoute(request) && allowedMethods(request).length > 0;
    return hasOtherMethods ? 'method-not-allowed' : 'not-found';
  }
  return BY_STATUS.get(status) ?? (status >= 400 && status < 500 ? 'invalid-request' : 'internal-error');
};

const BY_STATUS: ReadonlyMap<number, ProblemCode> = new Map([
  [406, 'not-acceptable'],
  [413, 'content-too-large'],
  [415, 'unsupported-media-type'],
  [503, 'not-ready'],
]);

const statusOf = (exception: Error): number => {
  if (exception instanceof HttpException) return exception.getStatus();
  if (exception instanceof URIError) return 400;
  return 'status' in exception && typeof exception.status === 'number' ? exception.status : 500;
};
