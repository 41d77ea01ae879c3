import type { ClientRequest } from 'node:http';
import axios, { type AxiosAdapter, type AxiosError, type AxiosResponse, isAxiosError } from 'axios';
import type { UpstreamEndpoint } from '../../observability/metrics/metric-labels.js';
import type { MetricsService } from '../../observability/metrics/metrics.service.js';
import type { Tracing } from '../../observability/tracing/tracing.js';
import type { RetryBudget } from './retry-budget.js';
import { isUnansweredOnReused, type UpstreamConnections } from '../connections.js';
import type { UpstreamAttempt } from './upstream-attempt.js';
import type { UpstreamDeadline } from './upstream-deadline.js';
import type { UpstreamBreaker } from './upstream-breaker.js';
import { releaseBody } from '../body/release-body.js';
import { isStaleConnection } from './upstream-failure.js';
import { outcomeOf, outcomeOfStatus } from './upstream-outcome.js';

declare module 'axios' {
  interface AxiosRequestConfig {
    /** The budget of the reading that the call belongs to. */
    budget?: UpstreamDeadline;
    endpoint?: UpstreamEndpoint;
    /** The attempt under way. */
    attempt?: UpstreamAttempt;
    /** Whether a reused connection has failed the call, which since then goes over new connections. */
    isResent?: boolean;
    /** Reads and judges the body of a 200. It throws where that is not the contract, and is done anew for each attempt. */
    receive?: (response: AxiosResponse) => Promise<void> | void;
  }
}

/** What lets attempts through, carries, counts and follows them. */
interface Observers {
  readonly allowance: RetryBudget;
  readonly breaker: UpstreamBreaker;
  readonly connections: UpstreamConnections;
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
    if (retryCountOf(config) === 0) observers.allowance.called(budget);
    try {
      return await observers.breaker.attempt(budget, (attempt) =>
        budget.attempt((signal) => sent(observers, Object.assign(config, { signal, attempt })), attempt),
      );
    } catch (error) {
      if (isAxiosError(error)) discard(error);
      throw error;
    } finally {
      // The wait before the next attempt, and that attempt, are no longer bound by this one.
      config.signal = budget.signal;
    }
  };

type Config = Parameters<AxiosAdapter>[0];

const retryCountOf = (config: Config): number => config['axios-retry']?.retryCount ?? 0;

/**
 * Sends the call, and once more over a new connection where a reused one failed before any byte of an answer: that is no failure of
 * the upstream's, so no retry is counted. Once a call, because nothing after that goes over a reused connection.
 */
const sent = async (observers: Observers, config: Config): Promise<AxiosResponse> => {
  const send = (): Promise<AxiosResponse> => observed(observers, config, async () => received(await http(config)));
  try {
    return await send();
  } catch (error) {
    if (!isAxiosError(error) || !isUnansweredOnReused(error.request)) throw error;
    observers.connections.closeIdle();
    if (!isStaleConnection(error)) throw error;
    Object.assign(config, observers.connections.unpooled, { isResent: true });
    if (config.budget) config.budget.calls += 1;
    return send();
  }
};

const received = async (response: AxiosResponse): Promise<AxiosResponse> => {
  if (response.status === 200) await response.config.receive?.(response);
  else releaseBody(response);
  return response;
};

/** Sends the call and counts it by how it ended, and gives it a span where traces are collected. */
const observed = (
  { metrics, tracing }: Observers,
  config: Config,
  send: () => Promise<AxiosResponse>,
): Promise<AxiosResponse> => {
  const { endpoint = 'messages', isResent = false } = config;
  const attributes = {
    'http.request.method': 'GET',
    'upstream.endpoint': endpoint,
    'http.request.resend_count': retryCountOf(config) + Number(isResent),
  };
  return tracing.span(SPANS[endpoint], attributes, async (span) => {
    const startedAt = performance.now();
    const answered = (outcome: ReturnType<typeof outcomeOf>): void =>
      metrics.upstreamAnswered(endpoint, outcome, (performance.now() - startedAt) / 1000);
    try {
      const response = await send();
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
  if (!response) return;
  if (response.status === 200) (response.request as ClientRequest).destroy();
  else releaseBody(response);
};
