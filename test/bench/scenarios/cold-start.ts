import { type Command, EMPTY_NEST, SERVICE, serviceSettings } from '../contenders.js';
import { inTurn } from '../in-turn.js';
import type { Stage } from '../processes/stage.js';
import { atMost } from '../result.js';
import { median } from '../statistics.js';
import { SMALL_PERIOD } from '../upstream/period.js';
import type { Scenario } from './scenario.js';

/** From the start of the process to its first answer of `/health/live`. */
export const coldStart: Scenario = {
  number: 8,
  title: 'Cold start to the first /health/live, and memory after it',
  async run(stage, { quick }) {
    const upstream = await stage.upstream({ period: SMALL_PERIOD, latencyMs: 0, etags: true });
    const contenders = {
      empty: () => start(stage, EMPTY_NEST, {}),
      service: () => start(stage, SERVICE, serviceSettings(upstream.url)),
      sample: () => start(stage, SERVICE, serviceSettings('sample')),
    };
    // The first start reads its files from the disk.
    await inTurn(1, contenders);
    const { empty, service, sample } = await inTurn(quick ? 3 : 11, contenders);
    const startMs = (starts: readonly Start[]) => median(starts.map(({ ms }) => ms));
    const idleMb = (starts: readonly Start[]) => median(starts.map(({ rssMb }) => rssMb));
    const line = (application: string, starts: readonly Start[]) => ({
      application,
      'p50 ms': startMs(starts),
      'idle RSS MB': idleMb(starts),
      samples: starts.length,
    });
    const unit = 'times an empty Nest application';
    const target = atMost(0.9);
    return {
      rows: [
        { what: 'cold start', value: startMs(service) / startMs(empty), unit, target },
        { what: 'cold start on the sample period', value: startMs(sample) / startMs(empty), unit, target },
        { what: 'RSS after start, idle', value: idleMb(service), unit: 'MB', target: atMost(90) },
      ],
      details: [
        line('an empty Nest application', empty),
        line('service', service),
        line('service on the sample period', sample),
      ],
    };
  },
};

interface Start {
  readonly ms: number;
  /** Resident memory once it has nothing left to do. */
  readonly rssMb: number;
}

const start = async (stage: Stage, command: Command, env: NodeJS.ProcessEnv): Promise<Start> => {
  const server = await stage.server(command, env);
  await server.idle();
  const { rssMb } = server.usage;
  await server.end();
  return { ms: server.startMs, rssMb };
};
