import { stdout } from 'node:process';
import { setTimeout } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { startPostgres } from '../support/postgres/start-postgres.js';
import { schemasOn } from '../support/postgres/tested-postgres.js';
import { check } from './check.js';
import { FIRST_DATE, SECOND_DATE } from './growing-upstream.js';
import { type Play, PLAYS } from './plays.js';
import { POLL_MS, TwoServices } from './two-services.js';

/**
 * `npm run test:replicas`: two built services share a Postgres, and something happens to one of them
 * or to Postgres while the current period grows. Afterwards no bill may have failed for it, the
 * ledger must be what upstream has sent, verify, and have no reading twice, and the replicas must
 * answer the same. Prints a line for each; exits 1 if anything is wrong. `--times 3` plays all that
 * often, `--only upgrade` those whose names have that word.
 */

const { values } = parseArgs({
  options: { times: { type: 'string', default: '1' }, only: { type: 'string', default: '' } },
});
const times = Number(values.times);
if (!Number.isInteger(times) || times < 1) throw new RangeError(`--times is not a whole number: ${values.times}`);

const server = await startPostgres();
const postgres = schemasOn(server);

/** Begins with a period that is closed, and the next one, which grows. */
const perform = async (name: string, play: Play): Promise<number> => {
  const services = await TwoServices.start(await postgres.newUrl());
  const { upstream, replicas } = services;
  await services.list(`${FIRST_DATE} open 3`);
  const closed = await (await fetch(`${replicas[0]?.url}/usage`)).text();
  upstream.rollOver();
  await services.list(`${SECOND_DATE} open 1`, `${FIRST_DATE} grace 3`);
  upstream.grow();
  const found = await play(services, server);
  // They record on: only then would a reading show that is there twice.
  await setTimeout(3 * POLL_MS);
  const faults = await check(services, closed, postgres.query);
  const outcome = faults.length === 0 ? 'ok' : faults.join(', ');
  stdout.write(`${name}: ${found}; ${services.asked} bills, ${upstream.states} states of upstream; ${outcome}\n`);
  await services.end();
  return faults.length;
};

let faults = 0;
for (let time = 0; time < times; time += 1)
  for (const [name, play] of Object.entries(PLAYS)) if (name.includes(values.only)) faults += await perform(name, play);
await server.clear();
process.exitCode = faults === 0 ? 0 : 1;
