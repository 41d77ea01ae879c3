import { AxiosError } from 'axios';
import { isUnansweredOnReused } from '../connections.js';

/** What went wrong with an attempt, read from axios' error. */
export type UpstreamFailure =
  | { readonly kind: 'status'; readonly status: number }
  | { readonly kind: 'timeout' | 'too-large' | 'undecodable' }
  | { readonly kind: 'network'; readonly code: string };

/** Classifies axios' error for an attempt. */
export const toFailure = ({ code = 'unknown', response }: AxiosError): UpstreamFailure => {
  if (response && response.status !== 200) return { kind: 'status', status: response.status };
  if (code === AxiosError.ERR_CANCELED) return { kind: 'timeout' };
  // axios has one code for a body past the limit (no response then) and for one that was cut short.
  if (code === AxiosError.ERR_BAD_RESPONSE && !response) return { kind: 'too-large' };
  if (isDecoderCode(code)) return { kind: 'undecodable' };
  return { kind: 'network', code };
};

/**
 * Whether a reused connection failed before any byte of an answer: a proxy or the upstream had
 * closed it while it was idle.
 */
export const isStaleConnection = (error: AxiosError): boolean =>
  toFailure(error).kind === 'network' && isUnansweredOnReused(error.request);

/** Whether an error code is one of zlib's: the body does not decode. */
export const isDecoderCode = (code = ''): boolean => /^(Z_|ERR__ERROR_|ERR_BROTLI|ERR_ZLIB)/.test(code);
