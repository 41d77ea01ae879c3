import { Counter, Gauge, Histogram, type Registry } from 'prom-client';
import { countDroppedLogLines } from '../log-destination.js';

/**
 * From the fastest answers, about a millisecond, to beyond `UPSTREAM_DEADLINE_MS`, 15 s by default.
 */
const REQUEST_BUCKETS_S = [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 15, 30];
const UPSTREAM_BUCKETS_S = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10];

/**
 * Adds the service's own metrics to `registry` and returns them. `docs/operations/README.md` says
 * what each means.
 */
export const registerMetrics = (registry: Registry) => {
  const registers = [registry];
  return {
    requestSeconds: new Histogram({
      name: 'http_request_duration_seconds',
      help: 'Time from the head of a request to the end of its answer',
      labelNames: ['method', 'route', 'status'],
      buckets: REQUEST_BUCKETS_S,
      registers,
    }),
    upstreamSeconds: new Histogram({
      name: 'upstream_request_duration_seconds',
      help: 'Time of one attempt at an upstream call, including reading and checking its body',
      labelNames: ['endpoint', 'outcome'],
      buckets: UPSTREAM_BUCKETS_S,
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
      help: 'Requests served by a read of the upstream that another request had started',
      registers,
    }),
    breakerState: new Gauge({
      name: 'upstream_breaker_state',
      help: 'State of the circuit breaker for the upstream: 1 for the current state',
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
      help: 'Messages in the last bill that repeat the id of another message',
      registers,
    }),
    billCredits: new Gauge({ name: 'bill_credits', help: 'Credits of the last bill', registers }),
    billTime: new Gauge({
      name: 'bill_timestamp_seconds',
      help: 'Unix time at which the last bill was made',
      registers,
    }),
    ledgerUp: new Gauge({
      name: 'ledger_up',
      help: 'Whether the last reading could be written into the ledger: 1 or 0; absent without a ledger',
      labelNames: ['source'],
      registers,
    }),
    ledgerRecordedTime: new Gauge({
      name: 'ledger_last_recorded_timestamp_seconds',
      help: 'Unix time of the last reading that was written into the ledger or confirmed in it',
      labelNames: ['source'],
      registers,
    }),
    ledgerHeldReadings: new Counter({
      name: 'ledger_held_readings_total',
      help: 'Readings that fitted no period and were held, by reason',
      labelNames: ['source', 'reason'],
      registers,
    }),
    droppedLogLines: new Counter({
      name: 'log_lines_dropped_total',
      help: 'Log lines that this process dropped because the log could not be written',
      registers,
      collect() {
        this.reset();
        this.inc(countDroppedLogLines());
      },
    }),
    buildInfo: new Gauge({
      name: 'service_build_info',
      help: 'Version of the service and of Node; always 1',
      labelNames: ['version', 'node'],
      registers,
    }),
  };
};
