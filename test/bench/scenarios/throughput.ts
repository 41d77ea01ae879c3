import type { Server } from '../processes/server.js';
import type { Stage } from '../processes/stage.js';
import type { Detail } from '../result.js';
import { inTurn } from '../in-turn.js';
import { median } from '../statistics.js';
import type { Upstream } from '../upstream/upstream.js';

export const CONNECTIONS = 64;

/** One round of one server under load. */
export interface Throughput {
  readonly requestsPerSecond: number;
  readonly p50: number;
  readonly p99: number;
  readonly cpuMsPerRequest: number;
  /** CPU over time: 1 is one core. A server with less than that has waited for its loader, its upstream or its turn. */
  readonly busyCores: number;
  readonly rssMb: number;
  readonly upstreamCallsPerRequest: number;
}

/** Loads `/usage` of the servers in turn, after a warm-up of each. Latencies and CPU are milliseconds. */
export const throughputOf = async <N extends string>(
  stage: Stage,
  upstream: Upstream,
  servers: Readonly<Record<N, Server>>,
  { rounds, seconds }: { readonly rounds: number; readonly seconds: number },
): Promise<Record<N, Throughput>> => {
  const load = stage.load();
  const measure = async (server: Server): Promise<Throughput> => {
    await upstream.callsSince();
    const before = server.usage;
    const { sent, ...measured } = await load.ask('run', {
      url: `${server.url}/usage`,
      connections: CONNECTIONS,
      seconds,
    });
    const { rssMb, cpuMs } = server.usage;
    // What was sent last is worked on though nobody waits for it: it would slow the next one, and it belongs to this one.
    await server.idle();
    return {
      ...measured,
      cpuMsPerRequest: (server.usage.cpuMs - before.cpuMs) / sent,
      busyCores: (cpuMs - before.cpuMs) / (seconds * 1000),
      rssMb,
      upstreamCallsPerRequest: (await upstream.callsSince()) / sent,
    };
  };
  const contenders = Object.fromEntries(
    Object.entries<Server>(servers).map(([name, server]) => [name, () => measure(server)]),
  ) as Record<N, () => Promise<Throughput>>;
  await inTurn(1, contenders);
  const measured = await inTurn(rounds, contenders);
  return Object.fromEntries(
    Object.entries<Throughput[]>(measured).map(([name, results]) => [name, medianOf(results)]),
  ) as Record<N, Throughput>;
};

const medianOf = (results: readonly Throughput[]): Throughput => {
  const of = (key: keyof Throughput) => median(results.map((result) => result[key]));
  return {
    requestsPerSecond: of('requestsPerSecond'),
    p50: of('p50'),
    p99: of('p99'),
    cpuMsPerRequest: of('cpuMsPerRequest'),
    busyCores: of('busyCores'),
    rssMb: of('rssMb'),
    upstreamCallsPerRequest: of('upstreamCallsPerRequest'),
  };
};

/** A line for each server, compared with the one named `reference`. */
export const throughputDetails = (results: Readonly<Record<string, Throughput>>, reference: string): Detail[] =>
  Object.entries(results).map(([server, result]) => ({
    server,
    'requests/s': result.requestsPerSecond,
    [`times ${reference}`]: result.requestsPerSecond / (results[reference]?.requestsPerSecond ?? Number.NaN),
    'p50 ms': result.p50,
    'p99 ms': result.p99,
    'CPU µs a request': result.cpuMsPerRequest * 1000,
    'busy cores': result.busyCores,
    'RSS MB': result.rssMb,
    'upstream calls a request': result.upstreamCallsPerRequest,
  }));
