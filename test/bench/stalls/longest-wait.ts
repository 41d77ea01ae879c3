import type { PollerTasks } from '../load/poller.process.js';
import type { Worker } from '../processes/worker.js';
import type { Asked, AskerTasks } from './asker.process.js';
import type { Question } from './questions.js';

/** The law: no request keeps another one waiting longer. */
export const LONGEST_WAIT_MS = 50;
const ASK_EVERY_MS = 5;

export interface Waited extends Asked {
  /** The longest of all waits for `/health/live` in the try in which that was shortest. */
  readonly longestWaitMs: number;
  /** How many tries that took. */
  readonly tries: number;
}

/**
 * Asks `/health/live` every 5 ms while the service answers a question. What the service does itself it does in every try,
 * and what else happens on a shared machine it does not: a question is asked again, up to `mostTries` times, while
 * somebody had to wait too long.
 */
export const longestWait = async (
  url: string,
  question: Question,
  { asker, poller }: { readonly asker: Worker<AskerTasks>; readonly poller: Worker<PollerTasks> },
  mostTries: number,
): Promise<Waited> => {
  let best: Waited | undefined;
  for (let tries = 1; tries <= mostTries; tries += 1) {
    await poller.ask('start', `${url}/health/live`, ASK_EVERY_MS);
    const asked = await asker.ask('ask', url, question);
    const waits = await poller.ask('stop');
    const longestWaitMs = waits.reduce((longest, wait) => Math.max(longest, wait), 0);
    if (!best || longestWaitMs < best.longestWaitMs) best = { ...asked, longestWaitMs, tries };
    if (longestWaitMs <= LONGEST_WAIT_MS) break;
  }
  if (!best) throw new RangeError('a question is asked once at least');
  return best;
};
