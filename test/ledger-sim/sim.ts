import { env, stdout } from 'node:process';
import { parseArgs } from 'node:util';
import { playOnSqlite } from '../ledger-store/play-on-store.js';
import { playOnPostgres } from '../support/postgres/play-on-postgres.js';
import { startPostgres } from '../support/postgres/start-postgres.js';
import { schemasOn } from '../support/postgres/tested-postgres.js';
import { caughtBy, MUTANTS } from './mutants.js';
import { play, type Played } from './play.js';
import { HISTORY_RULES } from './simulation.js';

/**
 * Histories of the ledger from seeds: `npm run sim -- --seeds 1000`, or one again with
 * `LEDGER_SEED=n npm run sim`. Every law is asserted after every commit; a seed that breaks one is
 * printed, and the process exits 1. `--store sqlite` and
 * `--store postgres` play each on a real store too.
 */

const { values } = parseArgs({
  options: {
    seeds: { type: 'string', default: '100' },
    from: { type: 'string', default: '1' },
    store: { type: 'string', default: 'model' },
    mutants: { type: 'boolean', default: false },
  },
});
const wholeNumber = (name: string, text: string): number => {
  if (/^\d+$/.test(text)) return Number(text);
  throw new RangeError(`${name} is not a whole number: ${text}`);
};

const only = env['LEDGER_SEED'];
const from = only === undefined ? wholeNumber('--from', values.from) : wholeNumber('LEDGER_SEED', only);
const count = only === undefined ? wholeNumber('--seeds', values.seeds) : 1;
const seeds = Array.from({ length: count }, (_, index) => from + index);

const print = (text: string): void => {
  stdout.write(`${text}\n`);
};

const server = values.store === 'postgres' ? await startPostgres() : undefined;
const postgres = server && schemasOn(server);

/** A history that breaks a law on the model breaks it here too. */
const playedOnStore = async (seed: number): Promise<Played> => {
  try {
    return { report: await (postgres ? playOnPostgres(seed, postgres) : playOnSqlite(seed)) };
  } catch (error) {
    if (!(error instanceof Error)) throw error;
    return { report: {}, error };
  }
};

const started = performance.now();
const totals: Record<string, number> = {};
let broken = 0;
for (const seed of seeds) {
  const played: Played = values.store === 'model' ? play(seed, HISTORY_RULES) : await playedOnStore(seed);
  for (const [name, count] of Object.entries(played.report)) totals[name] = (totals[name] ?? 0) + count;
  if (!played.error) continue;
  broken += 1;
  print(`seed ${seed}, step ${played.report['steps']}: ${played.error.message}`);
  print(`  again: LEDGER_SEED=${seed} npm run sim`);
}
await server?.clear();
const seconds = ((performance.now() - started) / 1000).toFixed(1);
print(`${seeds.length} seeds, ${broken} broken, ${seconds} s`);
print(
  Object.entries(totals)
    .map(([name, count]) => `${name} ${count}`)
    .join(', '),
);

if (values.mutants)
  for (const name of Object.keys(MUTANTS)) {
    const caught = seeds.map((seed) => caughtBy(name, seed)).filter((law) => law !== undefined);
    print(
      `mutant "${name}": caught in ${caught.length} of ${seeds.length} seeds, by ${[...new Set(caught)].join(', ')}`,
    );
  }

process.exitCode = broken === 0 ? 0 : 1;
