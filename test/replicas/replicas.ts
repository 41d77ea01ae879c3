import { stdout } from 'node:process';
import { setTimeout } from 'node:timers/promises';
import { startPostgres } from '../support/postgres/start-postgres.js';
import { schemasOn } from '../support/postgres/tested-postgres.js';
import { POLL_MS, TwoServices } from './two-services.js';

/**
 * `npm run test:replicas`: two built services share a Postgres, and something happens to one of them
 * or to Postgres. Afterwards no bill may have failed for it, the ledger must verify, with no reading
 * written twice, and the replicas must answer the same. Prints a line for each; exits 1 if anything
 * is wrong.
 */

const server = await startPostgres();
const postgres = schemasOn(server);

const WRITER = '"role":"writer"';
const READER = '"role":"reader"';
/** Longer than a silent writer keeps the right to record. */
const FROZEN_MS = 2 * POLL_MS + 35_000;

/** Each happens to services that run and record; what it returns is printed. */
const PLAYS: Readonly<Record<string, (services: TwoServices) => Promise<string>>> = {
  'both start at once on an empty database': async (services) => {
    await services.find(READER);
    return 'one records, the other reads';
  },
  'kill -9 of the writer': async (services) => {
    const writer = await services.find(WRITER);
    await services.find(READER);
    const killedAt = performance.now();
    await services.remove(writer);
    await services.find(WRITER);
    const tookMs = performance.now() - killedAt;
    await services.add();
    await services.find(READER);
    return `the other records after ${Math.round(tookMs)} ms`;
  },
  'SIGSTOP of the writer, and SIGCONT': async (services) => {
    const writer = await services.find(WRITER);
    writer.process.signal('SIGSTOP');
    await setTimeout(FROZEN_MS);
    writer.process.signal('SIGCONT');
    await services.until(async () => ((await services.readiness(writer)).includes(READER) ? true : undefined));
    return 'the other records meanwhile, the writer comes back as a reader';
  },
  'Postgres stopped at once, and started again': async (services) => {
    await services.find(WRITER);
    await server.end('immediate');
    await services.find('"status":"degraded"');
    await server.begin();
    await services.find(WRITER);
    await services.find(READER);
    return 'both said so, and went on by themselves';
  },
};

let faults = 0;
for (const [name, play] of Object.entries(PLAYS)) {
  const services = await TwoServices.start(await postgres.newUrl());
  const found = await play(services);
  await setTimeout(2 * POLL_MS);
  const wrong = await services.check();
  stdout.write(`${name}: ${found}; ${services.asked} bills; ${wrong.length === 0 ? 'ok' : wrong.join(', ')}\n`);
  faults += wrong.length;
  await services.end();
}
await server.clear();
process.exitCode = faults === 0 ? 0 : 1;
