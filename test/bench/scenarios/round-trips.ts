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

/** What stands side by side: a bare round trip to the upstream, all calls of an answer by themselves, and the service. */
type Contenders<Value> = Readonly<Record<'roundTrip' | 'calls' | 'service', Value>>;

/** Milliseconds of one caller of each, asked in turn by processes of their own on connections that stay open. */
export const besideRoundTrip = async (
  callers: Contenders<Worker<CallerTasks>>,
  asked: Contenders<Asked>,
  rounds: number,
): Promise<Contenders<Times>> => {
  const contenders = {
    roundTrip: () => callers.roundTrip.ask('callAgain', asked.roundTrip, CALLS_A_ROUND),
    calls: () => callers.calls.ask('callAgain', asked.calls, CALLS_A_ROUND),
    service: () => callers.service.ask('callAgain', asked.service, CALLS_A_ROUND),
  };
  await inTurn(1, contenders);
  const { roundTrip, calls, service } = await inTurn(rounds, contenders);
  return { roundTrip: timesOf(roundTrip.flat()), calls: timesOf(calls.flat()), service: timesOf(service.flat()) };
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
