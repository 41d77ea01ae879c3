import { SERVICE, serviceSettings } from '../contenders.js';
import type { CallerTasks } from '../load/caller.process.js';
import type { Stage } from '../processes/stage.js';
import type { Worker } from '../processes/worker.js';
import { atMost } from '../result.js';
import { MESSAGES, SMALL_PERIOD } from '../upstream/period.js';
import type { Upstream } from '../upstream/upstream.js';
import { timesOf } from './round-trips.js';
import type { Scenario } from './scenario.js';

const UPSTREAM = { period: SMALL_PERIOD, latencyMs: 20, etags: true };
const FRESH_PROCESSES = 11;
const WARM_UP_PERIODS = 60;
const NEW_PERIODS = 61;

/** Nothing is known: the messages must be read, and then the reports that they name. */
export const firstBill: Scenario = {
  number: 4,
  title: 'GET /usage, nothing known, upstream 20 ms',
  async run(stage, { quick }) {
    const upstream = await stage.upstream(UPSTREAM);
    const caller = stage.caller();
    const roundTrip = timesOf((await caller.ask('callAgain', { url: `${upstream.url}${MESSAGES}` }, 60)).slice(10));
    const warmed = timesOf(await billsOfNewPeriods(stage, upstream, caller, quick ? 11 : NEW_PERIODS));
    const fresh = timesOf(await billsOfFreshProcesses(stage, upstream, caller, quick ? 3 : FRESH_PROCESSES));
    const over = (p50: number) => p50 - 2 * roundTrip.p50;
    const line = (what: string, { p50, p99, count }: typeof warmed) => ({
      what,
      'p50 ms': p50,
      'p99 ms': p99,
      samples: count,
    });
    return {
      rows: [
        {
          what: 'first bill of a new period, p50 over two round trips',
          value: over(warmed.p50),
          unit: 'ms',
          target: atMost(8),
        },
        {
          what: 'first bill of a process, p50 over two round trips',
          value: over(fresh.p50),
          unit: 'ms',
          target: atMost(20),
        },
      ],
      details: [
        line('one round trip', roundTrip),
        line('a process that has billed other periods', warmed),
        line('a process that has only answered /health/live', fresh),
      ],
    };
  },
};

/** Other texts and other reports each time, in a process that has done so before. */
const billsOfNewPeriods = async (stage: Stage, upstream: Upstream, caller: Worker<CallerTasks>, count: number) => {
  const service = await stage.server(SERVICE, serviceSettings(upstream.url));
  const results = [];
  for (let seed = 2; seed < 2 + WARM_UP_PERIODS + count; seed += 1) {
    await upstream.serve({ ...UPSTREAM, period: { ...SMALL_PERIOD, seed } });
    results.push(await caller.ask('call', { url: `${service.url}/usage` }));
  }
  await service.end();
  return results.slice(WARM_UP_PERIODS);
};

const billsOfFreshProcesses = async (stage: Stage, upstream: Upstream, caller: Worker<CallerTasks>, count: number) => {
  const results = [];
  for (let made = 0; made < count; made += 1) {
    const service = await stage.server(SERVICE, serviceSettings(upstream.url));
    await caller.ask('callAgain', { url: `${service.url}/health/live` }, 20);
    results.push(await caller.ask('call', { url: `${service.url}/usage` }));
    await service.end();
  }
  return results;
};
