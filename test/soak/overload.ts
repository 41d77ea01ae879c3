import { fork } from 'node:child_process';
import { once } from 'node:events';
import { parseArgs } from 'node:util';
import { hear } from '../support/hear.js';
import { residentBytesOf } from '../support/process-files.js';
import { ServiceProcess } from '../support/service-process.js';
import { fire } from './fire.js';
import { printTable } from './print-table.js';

/** What becomes of the callers when many more come than can be served: measured at half of what it can serve, and at twice that. */

const { values } = parseArgs({
  options: { seconds: { type: 'string', default: '60' }, connections: { type: 'string', default: '500' } },
});
const SECONDS = Number(values.seconds);
const CONNECTIONS = Number(values.connections);
/** Enough to keep the service busy while it waits for the upstream. */
const FEW_CONNECTIONS = 100;
const WARM_UP_SECONDS = 3;
const CALIBRATION_SECONDS = Math.min(10, SECONDS);
const SOON_MS = 1000;
const MEGABYTE = 1024 * 1024;
const MOST_GROWTH_MB = 50;
const MOST_SLOWDOWN = 3;
const EXPECTED = new Set<number | 'failed'>([200, 429, 503]);

const upstream = fork(new URL('slow-upstream.ts', import.meta.url));
const [upstreamUrl] = (await once(upstream, 'message')) as [string];

const service = ServiceProcess.start({
  COPILOT_API_BASE_URL: upstreamUrl,
  PORT: '0',
  RATE_LIMIT_PER_MINUTE: '1000000',
});
const url = `${await service.url()}/usage`;
const port = Number(new URL(url).port);
// What was logged is of no interest, and would grow with the load.
const forgetting = setInterval(() => (service.output.length = 0), 500);
const residentMb = (): number => Math.round(residentBytesOf(service.pid) / MEGABYTE);

await fire({ url, connections: FEW_CONNECTIONS, seconds: WARM_UP_SECONDS });
const full = await fire({ url, connections: FEW_CONNECTIONS, seconds: CALIBRATION_SECONDS });
const capacity = Math.max(2, Math.round(full.perSecond));
const half = await fire({
  url,
  connections: FEW_CONNECTIONS,
  seconds: CALIBRATION_SECONDS,
  rate: Math.ceil(capacity / 2),
});
const before = residentMb();
const twice = await fire({ url, connections: CONNECTIONS, seconds: SECONDS, rate: 2 * capacity });
const after = residentMb();

const begun = performance.now();
const { status } = await hear({ port, path: '/usage' });
const calmMs = Math.round(performance.now() - begun);
clearInterval(forgetting);
service.signal('SIGTERM');
const { code } = await service.exit;
await service.end();
upstream.disconnect();

const slowdown = Math.round((10 * twice.p99) / half.p99) / 10;
const unexpected = [...twice.counts]
  .filter(([outcome]) => !EXPECTED.has(outcome))
  .reduce((sum, [, count]) => sum + count, 0);

printTable(`${CONNECTIONS} connections for ${SECONDS} s at twice the capacity`, [
  ['figure', 'found', 'bound'],
  ['capacity, answers a second', capacity, ''],
  ...[...twice.counts].map(([outcome, count]): [string, number, string] => [
    `answers: ${outcome}`,
    count,
    EXPECTED.has(outcome) ? '' : '0',
  ]),
  ['p99 of the 200s at half the capacity, ms', Math.round(half.p99), ''],
  ['p99 of the 200s at twice the capacity, ms', Math.round(twice.p99), ''],
  ['how much slower', slowdown, `at most ${MOST_SLOWDOWN}`],
  ['resident memory before and after, MB', `${before} and ${after}`, ''],
  ['growth, MB', after - before, `at most ${MOST_GROWTH_MB}`],
  ['one call afterwards', `${status} after ${calmMs} ms`, `200 within ${SOON_MS} ms`],
  ['exit code after SIGTERM', code ?? -1, '0'],
]);

const isSound =
  unexpected === 0 &&
  slowdown <= MOST_SLOWDOWN &&
  after - before <= MOST_GROWTH_MB &&
  status === 200 &&
  calmMs <= SOON_MS &&
  code === 0;
process.stdout.write(`\n${isSound ? 'sound' : 'NOT SOUND'}\n`);
process.exitCode = isSound ? 0 : 1;
