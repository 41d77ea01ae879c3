import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { stdout } from 'node:process';
import { parseArgs } from 'node:util';
import { remembered } from '../../src/ledger/remembered.js';
import { createLedgerFolder } from '../support/ledger-folder.js';
import { startPostgres } from '../support/postgres/start-postgres.js';
import { schemasOn } from '../support/postgres/tested-postgres.js';
import { type Action, POSTGRES_ACTIONS, SQLITE_ACTIONS } from './action.js';
import { inspect } from './inspect.js';
import { killOnce } from './kill-once.js';

/**
 * `npm run test:kills -- --kills 50`: kills a process that writes a ledger at random moments, and
 * looks each time whether all that it acknowledged is there and nothing is half there. The killed
 * processes of an action go on with one database; migrations and backups begin with a new one.
 * `--store postgres` does so on a Postgres that it starts.
 * Exits 1 if anything is wrong.
 */

const { values } = parseArgs({
  options: { kills: { type: 'string', default: '50' }, store: { type: 'string', default: 'sqlite' } },
});
const kills = Number(values.kills);
if (!Number.isInteger(kills) || kills < 1) throw new RangeError(`--kills is not a whole number: ${values.kills}`);

const print = (text: string): void => {
  stdout.write(`${text}\n`);
};

/** The longest that a process works before it is killed, in milliseconds. */
const LONGEST_MS = 250;
/** A migration takes about this long. */
const MIGRATION_MS = 25;

const { fileOf, clear } = await createLedgerFolder();
const server = values.store === 'postgres' ? await startPostgres() : undefined;
const postgres = server && schemasOn(server);
/** The place of a database by its name. */
const placeOf = remembered(async (name: string) => (postgres ? postgres.newUrl() : fileOf(name)));

/** Stops the server as a power cut does, and starts it again once the process has found out. */
const stopServer = async (writer: ChildProcess): Promise<void> => {
  await server?.end('immediate');
  if (writer.exitCode === null) await once(writer, 'exit');
  await server?.begin();
};

const table = [['action', 'kills', 'acknowledged', 'committed unheard', 'lost', 'half done']];
let faults = 0;

const killAt = async (action: Action): Promise<void> => {
  let [acknowledged, unheard, lost, halfDone] = [0, 0, 0, 0];
  const isFresh = action === 'migrate' || action === 'backup';
  let before = '';
  /** The newest row that was acknowledged by any process: texts up to it are deleted. */
  let wordless = '';
  for (let kill = 1; kill <= kills; kill += 1) {
    const file = await placeOf(isFresh ? `${action}-${kill}.db` : `${action}.db`);
    const delayMs = Math.random() * (action === 'migrate' ? MIGRATION_MS : LONGEST_MS);
    const lines = await killOnce(action, file, delayMs, action === 'server' ? stopServer : undefined);
    acknowledged += lines.length;
    const rows = lines.filter((line) => /^\d{9} /.test(line));
    const { newest, texts, faults: found } = await inspect(file);
    const known = rows.at(-1) ?? before;
    wordless = isFresh ? '' : (rows.at(-1) ?? wordless);
    // Deleted texts that are back are as lost as a row that is gone.
    if (newest < known || [...texts].some((period) => period <= wordless)) lost += 1;
    if (newest > known) unheard += 1;
    before = isFresh ? '' : newest;
    const copies = await Promise.all(lines.filter((line) => line.startsWith('/')).map(inspect));
    const wrong = [...found, ...copies.flatMap((copy) => copy.faults)];
    if (copies.some((copy) => copy.newest !== newest)) wrong.push('a backup is not whole');
    halfDone += wrong.length;
    for (const fault of wrong) print(`${action}, kill ${kill}: ${fault}`);
  }
  faults += lost + halfDone;
  table.push([action, ...[kills, acknowledged, unheard, lost, halfDone].map(String)]);
};

for (const action of server ? POSTGRES_ACTIONS : SQLITE_ACTIONS) await killAt(action);
await server?.clear();
await clear();
for (const row of table)
  print(
    row
      .map((cell) => cell.padEnd(20))
      .join('')
      .trimEnd(),
  );
process.exitCode = faults === 0 ? 0 : 1;
