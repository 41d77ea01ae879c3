import type { Server } from 'node:http';
import { setImmediate } from 'node:timers/promises';

/** The next of many callers would have connected by then. */
const QUIET_MS = 2;
/** Where there is no quiet, the rest of them are as well off with a connection that is refused. */
const LONGEST_MS = 200;

/**
 * A moment in which nobody connects to `server`: the one to close it in. What has connected and is still in the system's queue then is
 * reset, and its caller cannot know whether it was heard.
 */
export const waitForConnectionGap = async (server: Server): Promise<void> => {
  const startedAt = performance.now();
  let quietSince = Infinity;
  const onConnection = () => {
    quietSince = Infinity;
  };
  server.on('connection', onConnection);
  for (let now = startedAt; now - quietSince < QUIET_MS && now - startedAt < LONGEST_MS; now = performance.now()) {
    await setImmediate();
    // Counted from the end of the turn that took a connection: what came during it is found by the next.
    if (quietSince === Infinity) quietSince = performance.now();
  }
  server.off('connection', onConnection);
};
