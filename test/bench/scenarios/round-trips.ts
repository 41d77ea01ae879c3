import type { Worker } from '../processes/worker.js';
import type { CallerTasks } from '../load/caller.process.js';
import { inTurn } from '../in-turn.js';
import { percentile } from '../statistics.js';

const CALLS_A_ROUND = 20;

export interface Asked {
  readonly url: string;
  readonly headers?: Record<string, string>;
  readonly expectedStatus?: number;
}

/**
 * Milliseconds of one caller's `answer` beside those of a bare round trip to the upstream, asked in turn by processes of
 * their own on connections that stay open.
 */
export const besideRoundTrip = async (
  callers: { readonly bare: Worker<CallerTasks>; readonly service: Worker<CallerTasks> },
  asked: { readonly bare: Asked; readonly service: Asked },
  rounds: number,
): Promise<{ readonly roundTrip: Times; readonly answer: Times }> => {
  const contenders = {
    bare: () => callers.bare.ask('callAgain', asked.bare, CALLS_A_ROUND),
    service: () => callers.service.ask('callAgain', asked.service, CALLS_A_ROUND),
  };
  await inTurn(1, contenders);
  const { bare, service } = await inTurn(rounds, contenders);
  return { roundTrip: timesOf(bare.flat()), answer: timesOf(service.flat()) };
};

export interface Times {
  readonly p50: number;
  readonly p99: number;
  readonly count: number;
}

export const timesOf = (results: readonly { readonly ms: number }[]): Times => {
  const times = results.map(({ ms }) => ms);
  return { p50: percentile(times, 0.5), p99: percentile(times, 0.99), count: times.length };
};
