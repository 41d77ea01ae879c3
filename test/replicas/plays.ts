import { setTimeout } from 'node:timers/promises';
import type { PostgresServer } from '../support/postgres/postgres-server.js';
import { anHourAhead } from './fake-clock.js';
import { buildNextVersion } from './next-version.js';
import { POLL_MS, type Replica, type TwoServices } from './two-services.js';

const WRITER = '"role":"writer"';
const READER = '"role":"reader"';
const DEGRADED = '"status":"degraded"';
/** Longer than a silent writer keeps the right to record. */
const FROZEN_MS = 2 * POLL_MS + 35_000;
/** The longest that a request for a past period may wait for a Postgres that hangs. */
const PATIENCE_MS = 5000;

/** Something that happens to services that run and record; resolves to what was found, in words. */
export type Play = (services: TwoServices, postgres: PostgresServer) => Promise<string>;

const bothStart: Play = async (services) => {
  await services.find(READER);
  return 'one records, the other reads';
};

const writerIsKilled: Play = async (services) => {
  const writer = await services.find(WRITER);
  await services.find(READER);
  const killedAt = performance.now();
  await services.remove(writer);
  await services.find(WRITER);
  const tookMs = performance.now() - killedAt;
  if (tookMs > 2 * POLL_MS) throw new Error(`the other recorded only after ${Math.round(tookMs)} ms`);
  await services.add();
  await services.find(READER);
  return `the other records after ${Math.round(tookMs)} ms`;
};

const writerIsFrozen: Play = async (services) => {
  const writer = await services.find(WRITER);
  const other = await services.other(writer);
  writer.process.signal('SIGSTOP');
  await setTimeout(FROZEN_MS);
  await services.says(other, WRITER);
  writer.process.signal('SIGCONT');
  await services.says(writer, READER);
  return 'the other records meanwhile, the writer comes back as a reader';
};

const postgresIsStopped: Play = async (services, postgres) => {
  await services.find(WRITER);
  await postgres.end('immediate');
  await Promise.all(services.replicas.map((replica) => services.says(replica, DEGRADED)));
  await postgres.begin();
  await services.find(WRITER);
  await services.find(READER);
  return 'both said so, and went on by themselves';
};

const postgresIsFrozen: Play = async (services, postgres) => {
  await services.find(WRITER);
  postgres.freeze();
  const waits = await Promise.all(services.replicas.map((replica) => longestWait(replica, 15_000)));
  await Promise.all(services.replicas.map((replica) => services.says(replica, DEGRADED)));
  postgres.thaw();
  await services.find(WRITER);
  await services.find(READER);
  return told(services, Math.max(...waits));
};

const networkIsCut: Play = async (services) => {
  const writer = await services.find(WRITER);
  const other = await services.other(writer);
  writer.line.cut();
  const waitMs = await longestWait(writer, 15_000);
  await services.says(writer, DEGRADED);
  await services.says(other, WRITER);
  writer.line.mend();
  await services.says(writer, READER);
  return `the other records meanwhile; ${told(services, waitMs)}`;
};

const isUpgraded: Play = async (services) => {
  const [first, second] = services.replicas;
  if (!first || !second) throw new Error('two replicas were started');
  const { main } = services;
  services.main = await buildNextVersion();
  const upgraded = await services.replace(first);
  await services.says(second, WRITER);
  await setTimeout(2 * POLL_MS);
  await services.says(upgraded, READER);
  await services.replace(second);
  await services.says(upgraded, WRITER);
  const late = await services.add({}, main);
  await services.says(late, 'was written by a newer version of this program');
  await services.remove(late);
  await services.find(READER);
  return 'the old one recorded on beside the new one; started once more, it refuses the newer database and bills';
};

const clocksDiffer: Play = async (services) => {
  const env = await anHourAhead();
  if (!env) return 'skipped: faketime is not installed (Debian: apt-get install faketime)';
  const writer = await services.find(WRITER);
  const ahead = await services.replace(await services.other(writer), env);
  await services.says(ahead, READER);
  await services.remove(writer);
  await services.says(ahead, WRITER);
  const behind = await services.add();
  await services.says(behind, READER);
  await setTimeout(2 * POLL_MS);
  await services.remove(ahead);
  await services.says(behind, WRITER);
  await services.add(env);
  await services.find(READER);
  return 'each recorded after the other';
};

/** The longest that the replica took to answer, or to refuse, a request for the periods within this time. */
const longestWait = async ({ url }: Replica, ms: number): Promise<number> => {
  let longestMs = 0;
  for (const end = performance.now() + ms; performance.now() < end; await setTimeout(50)) {
    const askedAt = performance.now();
    await (await fetch(`${url}/v1/periods`)).arrayBuffer();
    longestMs = Math.max(longestMs, performance.now() - askedAt);
  }
  return longestMs;
};

const told = ({ failures }: TwoServices, waitMs: number): string => {
  if (waitMs > PATIENCE_MS) failures.add(`a past period took ${Math.round(waitMs)} ms`);
  return `past periods refused within ${Math.round(waitMs)} ms, and told again by themselves`;
};

export const PLAYS: Readonly<Record<string, Play>> = {
  'both start at once on an empty database': bothStart,
  'kill -9 of the writer': writerIsKilled,
  'SIGSTOP of the writer, and SIGCONT': writerIsFrozen,
  'Postgres stopped at once, and started again': postgresIsStopped,
  'Postgres frozen, and thawed': postgresIsFrozen,
  'network cut between the writer and Postgres': networkIsCut,
  'rolling upgrade with a migration': isUpgraded,
  'two clocks an hour apart': clocksDiffer,
};
