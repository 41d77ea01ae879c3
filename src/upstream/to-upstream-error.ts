import { type AxiosError, isAxiosError } from 'axios';
import { isBrokenCircuitError } from 'cockatiel';
import { countRetries } from './attempts/retry.interceptor.js';
import type { UpstreamCall } from './attempts/upstream-call.js';
import { toFailure } from './attempts/upstream-failure.js';
import { ContractViolationError, InvalidJsonError, WrongReportError } from './body/body.errors.js';
import {
  UpstreamCircuitOpenError,
  UpstreamError,
  UpstreamInvalidResponseError,
  UpstreamTimeoutError,
  UpstreamUnavailableError,
} from './upstream.errors.js';

/**
 * The domain's error for a call of `GET path` that failed after all retries; any error that does
 * not come from the upstream is returned unchanged. It has no `cause`: it reaches the log, and a
 * parser's message quotes what it could not read.
 */
export const toUpstreamError = (path: string, error: unknown, call: UpstreamCall): unknown => {
  const known = isAxiosError(error) ? toErrorOfFailure(path, error, call) : toErrorOfBody(path, error);
  if (known) known.retryAfterSeconds = call.upstream.breaker.retryAfterSeconds;
  return known ?? error;
};

const toErrorOfBody = (path: string, error: unknown): UpstreamError | undefined => {
  if (error instanceof InvalidJsonError) {
    return new UpstreamInvalidResponseError(`GET ${path} did not answer JSON in UTF-8`);
  }
  if (error instanceof ContractViolationError) return new UpstreamInvalidResponseError(`GET ${path}: ${error.message}`);
  if (error instanceof WrongReportError) return new UpstreamInvalidResponseError(`GET ${path} ${error.message}`);
  if (isBrokenCircuitError(error)) {
    return new UpstreamCircuitOpenError(`GET ${path} was not asked: the upstream is down`);
  }
  return undefined;
};

const toErrorOfFailure = (path: string, error: AxiosError, { deadline }: UpstreamCall): UpstreamError => {
  const failure = toFailure(error);
  const attempts = countRetries(error.config) + 1;
  const after = attempts > 1 ? ` after ${attempts} attempts` : '';
  const asked = `GET ${path}`;
  switch (failure.kind) {
    case 'status':
      if (failure.status === 304) return new UpstreamInvalidResponseError(`${asked} answered 304 ${toWhat(error)}`);
      return new UpstreamUnavailableError(`${asked} answered ${failure.status}${after}`);
    case 'timeout':
      return new UpstreamTimeoutError(
        deadline.isExpired
          ? `${asked} was not answered within the deadline of ${deadline.limits.deadlineMs} ms`
          : `${asked} timed out after ${deadline.limits.timeoutMs} ms${attempts > 1 ? `, ${attempts} times` : ''}`,
      );
    case 'too-large':
      return new UpstreamInvalidResponseError(`${asked} answered more than is read`);
    case 'undecodable':
      return new UpstreamInvalidResponseError(`${asked} answered in a content encoding that does not decode`);
    case 'network':
      return new UpstreamUnavailableError(`${asked} failed with ${failure.code}${after}`);
  }
};

const toWhat = ({ config }: AxiosError): string =>
  config?.headers.has('If-None-Match') ? 'for another version than the one asked about' : 'to an unconditional request';
