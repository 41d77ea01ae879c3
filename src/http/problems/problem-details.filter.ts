import { type ArgumentsHost, Catch, type ExceptionFilter, HttpException, NotFoundException } from '@nestjs/common';
import type { Request, Response } from 'express';
import { cut } from '../../validation/cut.js';
import { InvalidInputError } from '../../validation/invalid-input.error.js';
import { allowedMethods } from './allowed-methods.js';
import { matchedRoute } from './matched-route.js';
import type { ProblemDto } from './problem.dto.js';
import { problem } from './problem.js';
import { isProblemCode, PROBLEM_TYPES, type ProblemCode } from './problem-types.js';
import { sendProblem } from './send-problem.js';

declare module 'http' {
  interface ServerResponse {
    /** Why it is a 500, for the log. */
    err?: Error;
  }
}

/** Makes problem details (RFC 9457) of whatever a request throws. The one place where a domain error becomes a status. */
@Catch()
export class ProblemDetailsFilter implements ExceptionFilter {
  catch(exception: unknown, host: ArgumentsHost): void {
    const request = host.switchToHttp().getRequest<Request>();
    const response = host.switchToHttp().getResponse<Response>();
    const code = codeOf(exception, request, response);
    const { status } = PROBLEM_TYPES[code];
    if (status === 500 && exception instanceof Error) response.err = exception;
    if (response.headersSent) {
      response.destroy();
      return;
    }
    const document: ProblemDto = {
      ...problem(code, detailOf(code, exception, request), response.get('X-Request-Id') ?? ''),
      ...(exception instanceof InvalidInputError && { errors: [...exception.errors] }),
    };
    sendProblem(response, document, retryAfterOf(exception));
  }
}

/** A domain error says its problem itself; an error of HTTP, of Nest or of a body parser, says it by its status. */
const codeOf = (exception: unknown, request: Request, response: Response): ProblemCode => {
  if (!(exception instanceof Error)) return 'internal-error';
  if ('code' in exception && isProblemCode(exception.code)) return exception.code;
  const status = statusOf(exception);
  if (status === 404) {
    const allowed = matchedRoute(request) ? [] : allowedMethods(request);
    if (allowed.length === 0) return 'not-found';
    response.set('Allow', allowed.join(', '));
    return 'method-not-allowed';
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

/** The seconds that a domain error asks to wait for. */
const retryAfterOf = (exception: unknown): number | undefined =>
  exception instanceof Error && 'retryAfterSeconds' in exception && typeof exception.retryAfterSeconds === 'number'
    ? exception.retryAfterSeconds
    : undefined;

/** Says nothing of the inside where the failure is a bug. */
const detailOf = (code: ProblemCode, exception: unknown, request: Request): string => {
  const { method } = request;
  const path = cut(request.path);
  if (code === 'internal-error' || !(exception instanceof Error))
    return `${method} ${path} met a fault of the service itself`;
  if (code === 'method-not-allowed') return `${path} does not have the method ${method}`;
  if (code === 'not-ready') return 'The service is stopping';
  if (exception instanceof NotFoundException) return `${method} ${path} is not a route of this service`;
  // It quotes a header.
  if (code === 'unsupported-media-type') return cut(exception.message);
  return exception.message;
};
