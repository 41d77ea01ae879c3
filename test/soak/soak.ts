import { setTimeout as delay } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { hear } from '../support/hear.js';
import { residentBytesOf, socketsOf } from '../support/process-files.js';
import { ServiceProcess } from '../support/service-process.js';
import { ChangingUpstream } from './changing-upstream.js';
import { Judge } from './judge.js';
import { printTable } from './print-table.js';
import { questionAt } from './questions.js';
import { type Sample, slopeOf } from './slope.js';
import { Tally } from './tally.js';

/**
 * Mixed traffic for minutes, while the upstream fails in every way now and then and its period changes: no 200 may be wrong,
 * nothing may fail in fair weather, and the process must be at the end what it was at the beginning.
 */

const { values } = parseArgs({ options: { minutes: { type: 'string', default: '10' } } });
const DURATION_MS = Number(values.minutes) * 60_000;
const CALLERS = 8;
const PAUSE_MS = 4;
const DEADLINE_MS = 1500;
/** A reading that others share began before they asked, by its deadline at the most; an upstream that is well is used within two seconds. */
const SLACK_MS = DEADLINE_MS + 500;
/** Long enough that most of it is beyond the slack, so that what fails then is a fault. */
const FAIR_MS = SLACK_MS + 1500;
/** Megabytes that may be more resident at the end of the second half than at its beginning, by the line that fits it. */
const MOST_GROWTH_MB = 25;
const MEGABYTE = 1024 * 1024;

const upstream = await ChangingUpstream.start();
const tally = new Tally();

const service = ServiceProcess.start({
  COPILOT_API_BASE_URL: upstream.baseUrl,
  PORT: '0',
  RATE_LIMIT_PER_MINUTE: '1000000',
  UPSTREAM_TIMEOUT_MS: '400',
  UPSTREAM_RETRIES: '1',
  UPSTREAM_DEADLINE_MS: String(DEADLINE_MS),
  UPSTREAM_MAX_BYTES: '1000000',
});
const port = Number(new URL(await service.url()).port);
const { pid } = service;

const judge = new Judge(upstream.versions, upstream.weathers, SLACK_MS);
let lastEtag: string | undefined;

const askOnce = async (turn: number): Promise<void> => {
  const question = questionAt(turn);
  const { name, path, body } = question;
  const etag = name === 'bill' && turn % 3 === 0 ? lastEtag : undefined;
  const headers = {
    ...(body && { 'Content-Type': 'application/json' }),
    ...(etag !== undefined && { 'If-None-Match': etag }),
  };
  const begun = performance.now();
  const answer = await hear({ port, path, method: body ? 'POST' : 'GET', headers }, body && JSON.stringify(body));
  const ms = performance.now() - begun;
  if (name === 'bill' && answer.status === 200) lastEtag = answer.headers.etag;
  tally.add({
    name,
    status: answer.status,
    judgement: judge.of({ question, etag, begun, answer }),
    ms,
    said: answer.text,
  });
};

const end = performance.now() + DURATION_MS;
const isOver = (): boolean => performance.now() >= end;

const callers = Array.from({ length: CALLERS }, async (_, caller) => {
  for (let turn = caller; !isOver(); turn += 7) {
    await askOnce(turn);
    await delay(PAUSE_MS);
  }
});

const resident: Sample[] = [];
const watch = async (): Promise<void> => {
  while (!isOver()) {
    await delay(500);
    resident.push({ at: performance.now() / 60_000, value: residentBytesOf(pid) / MEGABYTE });
    upstream.forget();
    service.output.length = 0;
  }
};

/** Sockets that are open while nobody asks anything; those that have just closed get their time. */
const socketsAtRest = async (most = 0): Promise<number> => {
  for (const until = performance.now() + 5000; ; await delay(20)) {
    upstream.hangUp();
    const sockets = socketsOf(pid);
    if (sockets <= most || performance.now() > until) return sockets;
  }
};

const socketsBefore = socketsOf(pid);
await Promise.all([...callers, upstream.change(isOver, FAIR_MS), watch()]);
const socketsAfter = await socketsAtRest(socketsBefore);
service.signal('SIGTERM');
const exit = await service.exit;
await service.end();
await upstream.stop();

const secondHalf = resident.slice(Math.floor(resident.length / 2));
const slope = slopeOf(secondHalf);
const halfMinutes = DURATION_MS / 2 / 60_000;
const growth = slope * halfMinutes;

printTable('answers', tally.rows);
printTable('checks', [
  ['check', 'found', 'bound'],
  ['answers that were checked against the bill', tally.count('right'), 'more than 0'],
  ['wrong answers', tally.count('wrong'), '0'],
  ['unexpected answers', tally.count('unexpected'), '0'],
  ['periods', upstream.versions.now.number, ''],
  ['resident memory at the end, MB', round(resident.at(-1)?.value ?? 0), ''],
  ['slope over the second half, MB a minute', round(slope), round(MOST_GROWTH_MB / halfMinutes).toString()],
  ['growth over the second half, MB', round(growth), String(MOST_GROWTH_MB)],
  ['sockets at rest', socketsAfter, `${socketsBefore} as before`],
  ['exit code after SIGTERM', exit.code ?? -1, '0'],
]);
for (const sample of tally.samples) process.stdout.write(`${sample}\n`);

const isSound =
  tally.count('right') > 0 &&
  tally.count('wrong') + tally.count('unexpected') === 0 &&
  growth <= MOST_GROWTH_MB &&
  socketsAfter <= socketsBefore &&
  exit.code === 0;
process.stdout.write(`\n${isSound ? 'sound' : 'NOT SOUND'}\n`);
process.exitCode = isSound ? 0 : 1;

function round(value: number): number {
  return Math.round(value * 10) / 10;
}
