import autocannon from 'autocannon';
import { offerTasks } from '../processes/tasks.js';
import { percentile } from '../statistics.js';

export interface LoadRequest {
  readonly url: string;
  readonly connections: number;
  readonly seconds: number;
}

export interface LoadResult {
  /** Requests, those among them that were still unanswered at the end. */
  readonly sent: number;
  /** Up to the last answer: what a slow server had in hand at the end is neither counted nor waited for. */
  readonly requestsPerSecond: number;
  /** Milliseconds. */
  readonly p50: number;
  readonly p99: number;
}

const TIMEOUT_S = 60;

const run = ({ url, connections, seconds }: LoadRequest): Promise<LoadResult> => {
  const latencies: number[] = [];
  const started = performance.now();
  let lastAnswer = Number.NaN;
  return new Promise((resolve, reject) => {
    const load = autocannon({ url, connections, duration: seconds, timeout: TIMEOUT_S }, (error, result) => {
      const failures = result.errors + result.timeouts + result.non2xx;
      if (error) reject(error);
      else if (failures > 0) reject(new Error(`${failures} failures of ${url} under load`));
      else {
        resolve({
          sent: result.requests.sent,
          requestsPerSecond: latencies.length / ((lastAnswer - started) / 1000),
          ...timesOf(latencies),
        });
      }
    });
    // autocannon's own percentiles are of whole milliseconds.
    load.on('response', (_client, _status, _bytes, responseTime) => {
      latencies.push(responseTime);
      lastAnswer = performance.now();
    });
  });
};

/** Not a number where no answer came in time, as from a server that was given more than it can do. */
const timesOf = (latencies: readonly number[]) =>
  latencies.length > 0
    ? { p50: percentile(latencies, 0.5), p99: percentile(latencies, 0.99) }
    : { p50: Number.NaN, p99: Number.NaN };

const tasks = { run };

export type LoadTasks = typeof tasks;

offerTasks(tasks);
