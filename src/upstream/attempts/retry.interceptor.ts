import type { AxiosError, AxiosInstance, AxiosRequestConfig } from 'axios';
import axiosRetry, { retryAfter } from 'axios-retry';
import type { UpstreamSettings } from '../../config/settings.js';
import type { MetricsService } from '../../observability/metrics/metrics.service.js';
import { toFailure } from './upstream-failure.js';

type RetrySettings = Pick<UpstreamSettings, 'retries' | 'backoffMs'>;

const RETRIED_STATUSES = new Set([408, 429]);

/**
 * Makes `client` retry failed calls, and count the retries in `metrics`. A retry repeats the
 * request, conditions included.
 */
export const retryFailedCalls = (
  client: AxiosInstance,
  { retries, backoffMs }: RetrySettings,
  metrics: MetricsService,
): void => {
  axiosRetry(client, {
    retries,
    retryCondition: (error) => isWorthRetrying(error) && withdrawRetry(error),
    retryDelay: (retry, error) => retryDelay(retry, error, backoffMs),
    onRetry: (_retry, _error, { call }) => {
      if (!call) return;
      call.deadline.retries += 1;
      metrics.upstreamRetried(call.endpoint);
    },
  });
};

/**
 * Milliseconds to wait before the given retry, counted from 1. The server's `Retry-After` if it
 * sent one, exactly; otherwise a random time below `backoffMs`, a bound that doubles with each
 * retry.
 */
export const retryDelay = (retry: number, error: AxiosError, backoffMs: number, random = Math.random): number =>
  retryAfter(error) || random() * backoffMs * 2 ** (retry - 1);

/** How many retries of the call were made so far. */
export const countRetries = (config: AxiosRequestConfig | undefined): number =>
  config?.['axios-retry']?.retryCount ?? 0;

/** Whether the failure may be temporary, and the read has time left to wait for the retry. */
const isWorthRetrying = (error: AxiosError): boolean => {
  const { deadline } = error.config?.call ?? {};
  if (deadline && (deadline.signal.aborted || retryAfter(error) >= deadline.remainingMs)) return false;
  const failure = toFailure(error);
  if (failure.kind === 'status') return failure.status >= 500 || RETRIED_STATUSES.has(failure.status);
  return failure.kind === 'network' || failure.kind === 'timeout';
};

/** Whether breaker and budget allow one more retry. Takes it from the budget if so. */
const withdrawRetry = ({ config }: AxiosError): boolean => {
  if (!config?.call) return false;
  const { upstream, deadline } = config.call;
  return !upstream.breaker.isOpen && upstream.retryBudget.withdraw(deadline, countRetries(config) === 0);
};
