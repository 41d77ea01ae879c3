import type { Readable } from 'node:stream';
import axios, { type AxiosAdapter, type AxiosError, type AxiosResponse, isAxiosError } from 'axios';
import type { UpstreamEndpoint } from '../../observability/metrics/metric-labels.js';
import type { MetricsService } from '../../observability/metrics/metrics.service.js';
import type { Tracing } from '../../observability/tracing/tracing.js';
import type { RetryAllowance } from './retry-allowance.js';
import type { UpstreamBudget } from './upstream-budget.js';
import type { UpstreamBreaker } from './upstream-breaker.js';
import { outcomeOf, outcomeOfStatus } from './upstream-outcome.js';

declare module 'axios' {
  interface AxiosRequestConfig {
    /** The budget of the reading that the call belongs to. */
    budget?: UpstreamBudget;
    endpoint?: UpstreamEndpoint;
    /** Reads and judges the body of a 200. It throws where that is not the contract, and is done anew for each attempt. */
    receive?: (response: AxiosResponse) => Promise<void> | void;
  }
}

/** What lets attempts through, counts and follows them. */
interface Observers {
  readonly allowance: RetryAllowance;
  readonly breaker: UpstreamBreaker;
  readonly metrics: MetricsService;
  readonly tracing: Tracing;
}

const SPANS: Readonly<Record<UpstreamEndpoint, string>> = {
  messages: 'GET /messages/current-period',
  report: 'GET /reports/{id}',
};

const http = axios.getAdapter('http');

/**
 * One attempt at a call, its body included: a body that breaks off is tried again as a refused connection is. It ends by signal:
 * axios' own timeout starts again with every byte of a trickling body.
 */
export const attempting =
  (observers: Observers): AxiosAdapter =>
  async (config) => {
    const { budget } = config;
    if (!budget) return http(config);
    try {
      return await observers.breaker.attempt(budget, () =>
        budget.attempt((signal) =>
          observed(observers, config, async () => received(await http(Object.assign(config, { signal })))),
        ),
      );
    } catch (error) {
      if (isAxiosError(error)) discard(error);
      throw error;
    } finally {
      // The wait before the next attempt, and that attempt, are no longer bound by this one.
      config.signal = budget.signal;
    }
  };

const received = async (response: AxiosResponse): Promise<AxiosResponse> => {
  if (response.status === 200) await response.config.receive?.(response);
  // Nothing will come of a 304, and once that is read its connection serves the next call.
  else if (response.config.responseType === 'stream') (response.data as Readable).resume();
  return response;
};

/** Counts the attempt by how it ended, and gives it a span where traces are collected. */
const observed = (
  { allowance, metrics, tracing }: Observers,
  { endpoint = 'messages', 'axios-retry': retries }: Parameters<AxiosAdapter>[0],
  attempt: () => Promise<AxiosResponse>,
): Promise<AxiosResponse> => {
  const retryCount = retries?.retryCount ?? 0;
  if (retryCount === 0) allowance.called();
  const attributes = {
    'http.request.method': 'GET',
    'upstream.endpoint': endpoint,
    'http.request.resend_count': retryCount,
  };
  return tracing.span(SPANS[endpoint], attributes, async (span) => {
    const startedAt = performance.now();
    const answered = (outcome: ReturnType<typeof outcomeOf>): void =>
      metrics.upstreamAnswered(endpoint, outcome, (performance.now() - startedAt) / 1000);
    try {
      const response = await attempt();
      span.set({ 'http.response.status_code': response.status });
      answered(outcomeOfStatus(response.status));
      return response;
    } catch (error) {
      answered(outcomeOf(error));
      throw error;
    }
  });
};

/** A body that nobody reads would keep its connection. */
const discard = ({ response }: AxiosError): void => {
  const body: unknown = response?.data;
  if (body && typeof body === 'object' && 'destroy' in body) (body as Readable).destroy();
};
