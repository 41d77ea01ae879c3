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
  title: 'Cold start to the first /health/live',
  async run(stage, { quick }) {
    const upstream = await stage.upstream({ period: SMALL_PERIOD, latencyMs: 0, etags: true });
    const contenders = {
      empty: () => startMs(stage, EMPTY_NEST, {}),
      service: () => startMs(stage, SERVICE, serviceSettings(upstream.url)),
      sample: () => startMs(stage, SERVICE, serviceSettings('sample')),
    };
    // The first start reads its files from the disk.
    await inTurn(1, contenders);
    const { empty, service, sample } = await inTurn(quick ? 3 : 11, contenders);
    const unit = 'times an empty Nest application';
    const target = atMost(1.5);
    return {
      rows: [
        { what: 'cold start', value: median(service) / median(empty), unit, target },
        { what: 'cold start on the sample period', value: median(sample) / median(empty), unit, target },
      ],
      details: [
        { application: 'an empty Nest application', 'p50 ms': median(empty), samples: empty.length },
        { application: 'service', 'p50 ms': median(service), samples: service.length },
        { application: 'service on the sample period', 'p50 ms': median(sample), samples: sample.length },
      ],
    };
  },
};

const startMs = async (stage: Stage, command: Command, env: NodeJS.ProcessEnv): Promise<number> => {
  const server = await stage.server(command, env);
  await server.end();
  return server.startMs;
};
