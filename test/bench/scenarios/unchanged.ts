import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { AFTERNOON, AFTERNOON_FASTIFY, RAW, SERVICE, serviceSettings } from '../contenders.js';
import type { Stage } from '../processes/stage.js';
import { atLeast } from '../result.js';
import { SMALL_PERIOD } from '../upstream/period.js';
import { assertSameBill } from './same-bill.js';
import type { Scenario } from './scenario.js';
import { CONNECTIONS, throughputDetails, throughputOf } from './throughput.js';

const MAX_AGE_MS = 60_000;
const FULL = { rounds: 5, seconds: 3 };
const QUICK = { rounds: 2, seconds: 2 };

/** The bill of a period that nothing is asked about: what serving costs over what Node costs. The upstream answers at once. */
export const unchanged: Scenario = {
  number: 1,
  title: `GET /usage, 110 messages, within USAGE_MAX_AGE_MS, ${CONNECTIONS} connections`,
  async run(stage, { quick }) {
    const upstream = await stage.upstream({ period: SMALL_PERIOD, latencyMs: 0, etags: true });
    const service = await stage.server(SERVICE, serviceSettings(upstream.url, MAX_AGE_MS));
    const afternoon = await stage.server(AFTERNOON, { COPILOT_API_BASE_URL: upstream.url });
    const fastify = await stage.server(AFTERNOON_FASTIFY, { COPILOT_API_BASE_URL: upstream.url });
    const raw = await rawServer(stage, service.url);
    const servers = { raw, afternoon, fastify, service };
    await assertSameBill(Object.values(servers));
    const results = await throughputOf(stage, upstream, servers, quick ? QUICK : FULL);
    const rate = results.service.requestsPerSecond;
    return {
      rows: [
        {
          what: 'unchanged, requests per second',
          value: (100 * rate) / results.raw.requestsPerSecond,
          unit: '% of raw node:http',
          target: atLeast(35),
        },
        {
          what: 'unchanged, requests per second',
          value: rate / results.afternoon.requestsPerSecond,
          unit: 'times the afternoon version',
          target: atLeast(8),
        },
        {
          what: 'unchanged, requests for the same CPU',
          value: (100 * results.raw.cpuMsPerRequest) / results.service.cpuMsPerRequest,
          unit: '% of raw node:http',
        },
        {
          what: 'unchanged, requests per second',
          value: rate / results.fastify.requestsPerSecond,
          unit: 'times the afternoon version on Fastify',
        },
      ],
      details: throughputDetails(results, 'raw'),
    };
  },
};

/** Sends the same bytes as the service does. */
const rawServer = async (stage: Stage, serviceUrl: string) => {
  const folder = mkdtempSync(join(tmpdir(), 'bench-'));
  const file = join(folder, 'usage.json');
  const answer = await fetch(`${serviceUrl}/usage`);
  writeFileSync(file, await answer.text());
  const raw = await stage.server(RAW, { BODY_FILE: file });
  rmSync(folder, { recursive: true });
  return raw;
};
