import { setTimeout } from 'node:timers/promises';

/** Longer than a busy machine takes; only a failing test waits for it. */
const MS_AT_MOST = 60_000;

/** Leaves the processor to what is waited for: a process that starts meanwhile needs it. */
const MS_BETWEEN_LOOKS = 5;

type Found<T> = Exclude<T, undefined | null | false>;

/** Resolves with what `look` returns once that is something; rejects where it has returned nothing for a minute. */
export const eventually = async <T>(what: string, look: () => Promise<T> | T): Promise<Found<T>> => {
  const end = performance.now() + MS_AT_MOST;
  while (performance.now() < end) {
    const found = await look();
    if (found !== undefined && found !== null && found !== false) return found as Found<T>;
    await setTimeout(MS_BETWEEN_LOOKS);
  }
  throw new Error(`${what}: not within ${MS_AT_MOST} ms`);
};
