import { Counter, Gauge, Histogram, type Registry } from 'prom-client';
import { droppedLogLines } from '../log-destination.js';

/** Seconds. The fastest answers are a millisecond's; the slowest wait for the upstream as long as its deadline. */
const REQUEST_BUCKETS = [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 15, 30];
const UPSTREAM_BUCKETS = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10];

/** The service's own metrics, registered. `docs/operations/README.md` says what each of them means. */
export const metricFamilies = (registry: Registry) => {
  const registers = [registry];
  return {
    requestSeconds: new Histogram({
      name: 'http_request_duration_seconds',
      help: 'Time from the head of a request to the end of its answer',
      labelNames: ['method', 'route', 'status'],
      buckets: REQUEST_BUCKETS,
      registers,
    }),
    upstreamSeconds: new Histogram({
      name: 'upstream_request_duration_seconds',
      help: 'Time of one attempt at an upstream call, its body read and judged',
      labelNames: ['endpoint', 'outcome'],
      buckets: UPSTREAM_BUCKETS,
      registers,
    }),
    upstreamRetries: new Counter({
      name: 'upstream_retries_total',
      help: 'Attempts at upstream calls after the first of each call',
      labelNames: ['endpoint'],
      registers,
    }),
    sharedReadings: new Counter({
      name: 'upstream_shared_readings_total',
      help: 'Requests that were served by a reading of the upstream that another request had begun',
      registers,
    }),
    breakerState: new Gauge({
      name: 'upstream_breaker_state',
      help: 'The state of the circuit breaker before the upstream: 1 for the one it is in',
      labelNames: ['state'],
      registers,
    }),
    billEntries: new Gauge({
      name: 'bill_entries',
      help: 'Messages in the last bill, by what priced them',
      labelNames: ['basis'],
      registers,
    }),
    billRepeatedIds: new Gauge({
      name: 'bill_repeated_message_ids',
      help: 'Messages in the last bill that repeat the id of another one',
      registers,
    }),
    billCredits: new Gauge({ name: 'bill_credits', help: 'Credits of the last bill', registers }),
    billTime: new Gauge({ name: 'bill_timestamp_seconds', help: 'When the last bill was made, Unix time', registers }),
    droppedLogLines: new Counter({
      name: 'log_lines_dropped_total',
      help: 'Lines of the log of this process that were dropped because it could not be written',
      registers,
      collect() {
        this.reset();
        this.inc(droppedLogLines());
      },
    }),
    buildInfo: new Gauge({
      name: 'service_build_info',
      help: 'What is running; always 1',
      labelNames: ['version', 'node'],
      registers,
    }),
  };
};
