import { AFTERNOON, AFTERNOON_FASTIFY, SERVICE, serviceSettings } from '../contenders.js';
import { atLeast } from '../result.js';
import { SMALL_PERIOD } from '../upstream/period.js';
import { assertSameBill } from './same-bill.js';
import type { Scenario } from './scenario.js';
import { CONNECTIONS, throughputDetails, throughputOf } from './throughput.js';

/** Every answer is confirmed by an upstream 20 ms away, for many callers at once: what sharing a reading saves. */
export const confirmedForMany: Scenario = {
  number: 3,
  title: `GET /usage, always confirmed, upstream 20 ms, ${CONNECTIONS} callers`,
  async run(stage, { quick }) {
    const upstream = await stage.upstream({ period: SMALL_PERIOD, latencyMs: 20, etags: true });
    const servers = {
      afternoon: await stage.server(AFTERNOON, { COPILOT_API_BASE_URL: upstream.url }),
      fastify: await stage.server(AFTERNOON_FASTIFY, { COPILOT_API_BASE_URL: upstream.url }),
      service: await stage.server(SERVICE, serviceSettings(upstream.url)),
    };
    await assertSameBill(Object.values(servers));
    const results = await throughputOf(
      stage,
      upstream,
      servers,
      quick ? { rounds: 2, seconds: 3 } : { rounds: 5, seconds: 4 },
    );
    const rate = results.service.requestsPerSecond;
    return {
      rows: [
        {
          what: `always confirmed, ${CONNECTIONS} callers, requests per second`,
          value: rate / results.afternoon.requestsPerSecond,
          unit: 'times the afternoon version',
          target: atLeast(20),
        },
        {
          what: `always confirmed, ${CONNECTIONS} callers, requests per second`,
          value: rate / results.fastify.requestsPerSecond,
          unit: 'times the afternoon version on Fastify',
        },
      ],
      details: throughputDetails(results, 'afternoon'),
    };
  },
};
