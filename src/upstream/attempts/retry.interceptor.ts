import type { AxiosError, AxiosInstance } from 'axios';
import axiosRetry, { retryAfter } from 'axios-retry';
import type { UpstreamSettings } from '../../config/settings.js';
import type { MetricsService } from '../../observability/metrics/metrics.service.js';
import type { RetryBudget } from './retry-budget.js';
import type { UpstreamBreaker } from './upstream-breaker.js';
import { failureOf } from './upstream-failure.js';

type RetrySettings = Pick<UpstreamSettings, 'retries' | 'backoffMs'>;

/** What has a say in whether there is a retry, and what counts them. */
interface RetryGuards {
  readonly allowance: RetryBudget;
  readonly breaker: Pick<UpstreamBreaker, 'isOpen'>;
  readonly metrics: MetricsService;
}

const RETRIED_STATUSES = new Set([408, 429]);

/** Makes `client` try a call again. A retry is the same request, its condition included. */
export const retrying = (
  client: AxiosInstance,
  { retries, backoffMs }: RetrySettings,
  { allowance, breaker, metrics }: RetryGuards,
): void => {
  axiosRetry(client, {
    retries,
    retryCondition: (error) =>
      isWorthRetrying(error) && !breaker.isOpen && allowance.take(error.config?.budget, isFirstRetry(error)),
    retryDelay: (attempt, error) => retryDelay(attempt, error, backoffMs),
    onRetry: (_attempt, _error, { budget, endpoint = 'messages' }) => {
      if (budget) budget.retries += 1;
      metrics.upstreamRetried(endpoint);
    },
  });
};

const isFirstRetry = ({ config }: AxiosError): boolean => (config?.['axios-retry']?.retryCount ?? 0) === 0;

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
