import { once } from 'node:events';
import autocannon from 'autocannon';

export interface Volley {
  readonly url: string;
  readonly connections: number;
  readonly seconds: number;
  /** Requests a second in all; as many as can be without it. */
  readonly rate?: number;
}

export interface Fired {
  /** How many answers had each status; `failed` are those that had none. */
  readonly counts: ReadonlyMap<number | 'failed', number>;
  /** The time that 99 of 100 answers with status 200 took at the most, in milliseconds. */
  readonly p99: number;
  readonly perSecond: number;
}

/** Asks over many connections at once, each asking again as soon as it has its answer. */
export const fire = async ({ url, connections, seconds, rate }: Volley): Promise<Fired> => {
  const counts = new Map<number | 'failed', number>();
  const times: number[] = [];
  const count = (outcome: number | 'failed'): unknown => counts.set(outcome, (counts.get(outcome) ?? 0) + 1);
  const gun = autocannon(
    { url, connections, duration: seconds, timeout: 30, ...(rate && { overallRate: rate }) },
    () => undefined,
  );
  gun.on('response', (_client, status, _bytes, ms) => {
    count(status);
    if (status === 200) times.push(ms);
  });
  gun.on('reqError', () => count('failed'));
  await once(gun, 'done');
  return { counts, p99: quantile(times, 0.99), perSecond: times.length / seconds };
};

const quantile = (times: number[], share: number): number =>
  times.toSorted((a, b) => a - b)[Math.floor((times.length - 1) * share)] ?? 0;
