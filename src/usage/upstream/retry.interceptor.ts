import axios, { type AxiosAdapter, type AxiosError } from 'axios';
import axiosRetry, { retryAfter } from 'axios-retry';
import type { UpstreamSettings } from '../../config/settings.js';
import type { UpstreamBudget } from './upstream-budget.js';
import { failureOf } from './upstream-failure.js';

declare module 'axios' {
  interface AxiosRequestConfig {
    /** The budget of the reading that the call belongs to. */
    budget?: UpstreamBudget;
  }
}

type RetrySettings = Pick<UpstreamSettings, 'retries' | 'backoffMs'>;

const RETRIED_STATUSES = new Set([408, 429]);

/**
 * An axios adapter that tries a call again. It is an axios of its own with its interceptors, below the cache: a retry then
 * is the same conditional request, and the cache sees one answer.
 */
export const retrying = ({ retries, backoffMs }: RetrySettings): AxiosAdapter => {
  const client = axios.create();
  axiosRetry(client, {
    retries,
    retryCondition: isWorthRetrying,
    retryDelay: (attempt, error) => retryDelay(attempt, error, backoffMs),
    onRetry: (_attempt, _error, { budget }) => {
      if (budget) budget.retries += 1;
    },
  });
  return (config) => client.request({ ...config, adapter: attempting });
};

const http = axios.getAdapter('http');

/** One attempt ends by signal: axios' own timeout starts again with every byte of a trickling body. */
const attempting: AxiosAdapter = async (config) => {
  const { budget } = config;
  if (!budget) return http(config);
  try {
    return await budget.attempt((signal) => http(Object.assign(config, { signal })));
  } finally {
    // The wait before the next attempt, and that attempt, are no longer bound by this one.
    config.signal = budget.signal;
  }
};

/** Milliseconds: anything up to `backoffMs`, twice, four times … of it. The server's own `Retry-After` is kept to the letter. */
export const retryDelay = (attempt: number, error: AxiosError, backoffMs: number, random = Math.random): number =>
  retryAfter(error) || random() * backoffMs * 2 ** (attempt - 1);

/** Only what may pass by itself, and only while the reading has time for the wait. */
const isWorthRetrying = (error: AxiosError): boolean => {
  const { budget } = error.config ?? {};
  if (budget && (budget.signal.aborted || retryAfter(error) >= budget.remainingMs)) return false;
  const failure = failureOf(error);
  if (failure.kind === 'status') return failure.status >= 500 || RETRIED_STATUSES.has(failure.status);
  return failure.kind === 'network' || failure.kind === 'timeout';
};
