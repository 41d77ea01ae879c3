import { type ArgumentsHost, Catch, type ExceptionFilter } from '@nestjs/common';
import type { Request, Response } from 'express';
import { InvalidInputError } from '../../validation/invalid-input.error.js';
import { allowedMethods } from './allowed-methods.js';
import { problemCode } from './problem-code.js';
import { problemDetail } from './problem-detail.js';
import type { ProblemDto } from './problem.dto.js';
import { problem } from './problem.js';
import { PROBLEM_TYPES } from './problem-types.js';
import { sendProblem } from './send-problem.js';

declare module 'http' {
  interface ServerResponse {
    /** The error behind a 500, for the log. */
    err?: Error;
  }
}

/**
 * Answers every exception of a request with problem details (RFC 9457). The one place where a
 * domain error becomes a status. A response that has already begun is cut off instead.
 */
@Catch()
export class ProblemDetailsFilter implements ExceptionFilter {
  catch(exception: unknown, host: ArgumentsHost): void {
    const request = host.switchToHttp().getRequest<Request>();
    const response = host.switchToHttp().getResponse<Response>();
    const code = problemCode(exception, request);
    if (PROBLEM_TYPES[code].status === 500 && exception instanceof Error) response.err = exception;
    if (response.headersSent) {
      response.destroy();
      return;
    }
    if (code === 'method-not-allowed') response.set('Allow', allowedMethods(request).join(', '));
    const document: ProblemDto = {
      ...problem(code, problemDetail(code, exception, request), response.get('X-Request-Id') ?? ''),
      ...(exception instanceof InvalidInputError && { errors: [...exception.errors] }),
    };
    sendProblem(response, document, retryAfterSecondsOf(exception));
  }
}

/** The seconds after which the caller may retry, if the domain error says so. */
const retryAfterSecondsOf = (exception: unknown): number | undefined =>
  exception instanceof Error && 'retryAfterSeconds' in exception && typeof exception.retryAfterSeconds === 'number'
    ? exception.retryAfterSeconds
    : undefined;
