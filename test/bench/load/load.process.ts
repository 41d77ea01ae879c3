import { offerTasks } from '../processes/tasks.js';
import { percentile } from '../statistics.js';
import { Connection } from './connection.js';

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

/**
 * Sends requests over `connections` connections for `seconds` seconds, each the next as soon as its answer is complete.
 * Rejects if an answer breaks off or is not a 200.
 */
const run = ({ url, connections, seconds }: LoadRequest): Promise<LoadResult> => {
  const latencies: number[] = [];
  const started = performance.now();
  let lastAnswer = Number.NaN;
  return new Promise((resolve, reject) => {
    const answered = (ms: number): void => {
      latencies.push(ms);
      lastAnswer = performance.now();
    };
    const all = Array.from({ length: connections }, () => new Connection(new URL(url), answered, reject));
    setTimeout(() => {
      for (const connection of all) connection.close();
      resolve({
        sent: all.reduce((sum, { sent }) => sum + sent, 0),
        requestsPerSecond: latencies.length / ((lastAnswer - started) / 1000),
        ...timesOf(latencies),
      });
    }, seconds * 1000);
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
