import type { AxiosError, AxiosInstance } from 'axios';
import axiosRetry, { retryAfter } from 'axios-retry';
import type { UpstreamSettings } from '../../config/settings.js';
import type { MetricsService } from '../../observability/metrics/metrics.service.js';
import { failureOf } from './upstream-failure.js';

type RetrySettings = Pick<UpstreamSettings, 'retries' | 'backoffMs'>;

const RETRIED_STATUSES = new Set([408, 429]);

/** Makes `client` retry failed calls, and `metrics` count the retries. A retry is the same request, with the same condition. */
export const retryFailedCalls = (
  client: AxiosInstance,
  { retries, backoffMs }: RetrySettings,
  metrics: MetricsService,
): void => {
  axiosRetry(client, {
    retries,
    retryCondition: (error) => isWorthRetrying(error) && mayRetry(error),
    retryDelay: (retry, error) => retryDelay(retry, error, backoffMs),
    onRetry: (_retry, _error, { call }) => {
      if (!call) return;
      call.deadline.retries += 1;
      metrics.upstreamRetried(call.endpoint);
    },
  });
};

/** Milliseconds before the given retry: random, up to `backoffMs`, doubled with each retry; the server's own `Retry-After` as it is. */
export const retryDelay = (retry: number, error: AxiosError, backoffMs: number, random = Math.random): number =>
  retryAfter(error) || random() * backoffMs * 2 ** (retry - 1);

/** Whether the failure may pass without our doing, and the read has time for the wait. */
const isWorthRetrying = (error: AxiosError): boolean => {
  const { deadline } = error.config?.call ?? {};
  if (deadline && (deadline.signal.aborted || retryAfter(error) >= deadline.remainingMs)) return false;
  const failure = failureOf(error);
  if (failure.kind === 'status') return failure.status >= 500 || RETRIED_STATUSES.has(failure.status);
  return failure.kind === 'network' || failure.kind === 'timeout';
};

/** Whether the upstream can bear one more retry. */
const mayRetry = ({ config }: AxiosError): boolean => {
  if (!config?.call) return false;
  const { upstream, deadline } = config.call;
  const isFirstRetry = (config['axios-retry']?.retryCount ?? 0) === 0;
  return !upstream.breaker.isOpen && upstream.retryBudget.withdraw(deadline, isFirstRetry);
};
