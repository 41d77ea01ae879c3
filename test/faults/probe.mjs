import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { isMainThread } from 'node:worker_threads';

/**
 * Goes into the process of the service with `--import`: on SIGUSR2 it collects garbage and logs what the process holds, since
 * nothing outside can count its timers or tell its heap from what it has yet to collect.
 */

setFlagsFromString('--expose-gc');
const collectGarbage = runInNewContext('gc');
let reports = 0;

const report = () => {
  // Twice: what is released with a finalizer, such as a buffer, is counted until the next time.
  collectGarbage();
  collectGarbage();
  const held = {};
  for (const name of process.getActiveResourcesInfo().toSorted()) held[name] = (held[name] ?? 0) + 1;
  const { heapUsed } = process.memoryUsage();
  reports += 1;
  const line = { level: 30, msg: `footprint ${reports}`, held, heap: heapUsed };
  process.stdout.write(`${JSON.stringify(line)}\n`);
};

if (isMainThread) process.on('SIGUSR2', report);
