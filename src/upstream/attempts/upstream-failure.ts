import { AxiosError } from 'axios';
import { isUnansweredOnReused } from '../connections.js';
import type { UpstreamDeadline } from './upstream-deadline.js';
import {
  type UpstreamError,
  UpstreamInvalidResponseError,
  UpstreamTimeoutError,
  UpstreamUnavailableError,
} from '../upstream.errors.js';

/** What went wrong with a call, read from what axios says of it. */
export type UpstreamFailure =
  | { readonly kind: 'status'; readonly status: number }
  | { readonly kind: 'timeout' | 'too-large' | 'undecodable' }
  | { readonly kind: 'network'; readonly code: string };

export const failureOf = ({ code = 'unknown', response }: AxiosError): UpstreamFailure => {
  if (response && response.status !== 200) return { kind: 'status', status: response.status };
  if (code === AxiosError.ERR_CANCELED) return { kind: 'timeout' };
  // axios has one code for a body past the limit (no response then) and for one that was cut short.
  if (code === AxiosError.ERR_BAD_RESPONSE && !response) return { kind: 'too-large' };
  if (isDecoderCode(code)) return { kind: 'undecodable' };
  return { kind: 'network', code };
};

/** Whether a connection that was kept has failed before any byte of an answer, as it does where something between closed it. */
export const isStaleConnection = (error: AxiosError): boolean =>
  failureOf(error).kind === 'network' && isUnansweredOnReused(error.request);

/** What zlib calls its errors. */
export const isDecoderCode = (code = ''): boolean => /^(Z_|ERR__ERROR_|ERR_BROTLI|ERR_ZLIB)/.test(code);

/** The domain's error for what became of `GET path`, after all retries. */
export const toUpstreamError = (path: string, error: AxiosError, budget: UpstreamDeadline): UpstreamError => {
  const failure = failureOf(error);
  const attempts = (error.config?.['axios-retry']?.retryCount ?? 0) + 1;
  const after = attempts > 1 ? ` after ${attempts} attempts` : '';
  const asked = `GET ${path}`;
  switch (failure.kind) {
    case 'status':
      if (failure.status === 304) return new UpstreamInvalidResponseError(`${asked} answered 304 ${toWhat(error)}`);
      return new UpstreamUnavailableError(`${asked} answered ${failure.status}${after}`);
    case 'timeout':
      return new UpstreamTimeoutError(
        budget.isExpired
          ? `${asked} was not answered within the deadline of ${budget.limits.deadlineMs} ms`
          : `${asked} timed out after ${budget.limits.timeoutMs} ms${attempts > 1 ? `, ${attempts} times` : ''}`,
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
