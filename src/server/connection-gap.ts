import type { Server } from 'node:http';
import { setImmediate } from 'node:timers/promises';

/** A crowd of callers connects more often than this, so that a pause this long is a gap. */
const GAP_MS = 2;
/**
 * Without a gap for this long, waiting on helps no caller: the next ones can as well be refused.
 */
const WAIT_MS_MAX = 200;

/**
 * Resolves once no client has connected to `server` for 2 ms, or after 200 ms. That is the moment
 * to close it: closing resets the connections still in the system's accept queue, and their callers
 * cannot know whether the request was handled.
 */
export const waitForConnectionGap = async (server: Server): Promise<void> => {
  const startedAt = performance.now();
  let gapSince = Infinity;
  const onConnection = () => {
    gapSince = Infinity;
  };
  server.on('connection', onConnection);
  for (let now = startedAt; now - gapSince < GAP_MS && now - startedAt < WAIT_MS_MAX; now = performance.now()) {
    await setImmediate();
    // Counted from the end of the turn that accepted a connection: the next turn finds those that
    // arrived during it.
    if (gapSince === Infinity) gapSince = performance.now();
  }
  server.off('connection', onConnection);
};
