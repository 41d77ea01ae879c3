import type { ClientRequest } from 'node:http';
import axios, { type AxiosAdapter, type AxiosError, type AxiosResponse, isAxiosError } from 'axios';
import type { UpstreamEndpoint } from '../../observability/metrics/metric-labels.js';
import type { MetricsService } from '../../observability/metrics/metrics.service.js';
import type { Tracing } from '../../observability/tracing/tracing.js';
import { releaseBody } from '../body/release-body.js';
import { isUnansweredOnReused, type UpstreamConnections } from '../connections.js';
import { countRetries } from './retry.interceptor.js';
import type { UpstreamCall } from './upstream-call.js';
import { isStaleConnection } from './upstream-failure.js';
import { toOutcome, toOutcomeOfStatus } from './upstream-outcome.js';

/**
 * What all upstreams share: the connections that carry attempts, and the metrics and traces that
 * record them.
 */
interface Observers {
  readonly connections: UpstreamConnections;
  readonly metrics: MetricsService;
  readonly tracing: Tracing;
}

const SPAN_NAMES: Readonly<Record<UpstreamEndpoint, string>> = {
  messages: 'GET /messages/current-period',
  report: 'GET /reports/{id}',
};

const sendByHttp = axios.getAdapter('http');

/**
 * An axios adapter that makes one attempt at a call. The attempt includes reading the body, so a
 * body that breaks off is retried like a refused connection. A signal ends it: axios' own timeout
 * starts again with every byte that trickles in.
 */
export const attemptAdapter =
  (observers: Observers): AxiosAdapter =>
  async (config) => {
    const { call } = config;
    if (!call) return sendByHttp(config);
    const { deadline, upstream } = call;
    if (countRetries(config) === 0) upstream.retryBudget.deposit(deadline);
    try {
      return await upstream.breaker.attempt(deadline, (attempt) =>
        deadline.attempt((signal) => {
          call.attempt = attempt;
          config.signal = signal;
          return send(observers, config, call);
        }, attempt),
      );
    } catch (error) {
      if (isAxiosError(error)) discardBody(error);
      throw error;
    } finally {
      // The wait before the next attempt, and that attempt, are no longer bound by this one.
      config.signal = deadline.signal;
    }
  };

type Config = Parameters<AxiosAdapter>[0];

/**
 * Sends the call, and once more over a new connection if a reused one failed before any byte of an
 * answer: that is no failure of the upstream, so no retry is counted. It happens once a call,
 * because later attempts use no reused connection.
 */
const send = async (observers: Observers, config: Config, call: UpstreamCall): Promise<AxiosResponse> => {
  const sendObserved = () => observe(observers, config, call, async () => receive(call, await sendByHttp(config)));
  try {
    return await sendObserved();
  } catch (error) {
    if (!isAxiosError(error) || !isUnansweredOnReused(error.request)) throw error;
    observers.connections.closeIdle();
    if (!isStaleConnection(error)) throw error;
    Object.assign(config, observers.connections.unpooled);
    call.isResent = true;
    call.deadline.calls += 1;
    return sendObserved();
  }
};

const receive = async (call: UpstreamCall, response: AxiosResponse): Promise<AxiosResponse> => {
  if (response.status === 200) await call.receive(response);
  else releaseBody(response);
  return response;
};

/** Counts the attempt by how it ends, and records it as a span if traces are collected. */
const observe = (
  { metrics, tracing }: Observers,
  config: Config,
  { endpoint, isResent }: UpstreamCall,
  attempt: () => Promise<AxiosResponse>,
): Promise<AxiosResponse> => {
  const attributes = {
    'http.request.method': 'GET',
    'upstream.endpoint': endpoint,
    'http.request.resend_count': countRetries(config) + Number(isResent),
  };
  return tracing.runInSpan(SPAN_NAMES[endpoint], attributes, async (span) => {
    const startedAt = performance.now();
    const record = (outcome: ReturnType<typeof toOutcome>): void =>
      metrics.upstreamAnswered(endpoint, outcome, (performance.now() - startedAt) / 1000);
    try {
      const response = await attempt();
      span.setAttributes({ 'http.response.status_code': response.status });
      record(toOutcomeOfStatus(response.status));
      return response;
    } catch (error) {
      record(toOutcome(error));
      throw error;
    }
  });
};

/** Frees the connection of a failed attempt: a body that nothing reads would keep it. */
const discardBody = ({ response }: AxiosError): void => {
  if (!response) return;
  if (response.status === 200) (response.request as ClientRequest).destroy();
  else releaseBody(response);
};
