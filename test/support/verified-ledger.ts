import { DatabaseSync } from '@photostructure/sqlite';
import { LedgerEngine } from '../../src/ledger/engine/ledger-engine.js';
import { openSqliteStore } from '../../src/ledger/store/sqlite/open-sqlite-store.js';
import { give, sent, START_MS, HOUR_MS } from './engine-readings.js';

export const SOURCE = 'default';

/** Periods of {@link writeLedger}: two closed ones and an open one. */
export const [APRIL, MAY, JUNE] = ['2024-04-29', '2024-05-29', '2024-06-28'] as const;

const REPORT = { id: 9, name: 'Lease Abstract', creditCost: '79.125' };

/** Writes a ledger that has all a ledger can have: an edit, a missing message, a correction, a decision. */
export const writeLedger = async (file: string, keeps: 'amounts' | 'texts' = 'amounts'): Promise<void> => {
  const options = { source: SOURCE, graceMs: 24 * HOUR_MS, keeps, key: 'a key of the tests' };
  const engine = new LedgerEngine(() => openSqliteStore(file, SOURCE), options);
  const april = [sent(1, 0), sent(2, 1, { reportId: 9 }), sent(3, 2, { text: 'And for the walls?' }), sent(4, 3)];
  await give(engine, april, 4, [REPORT]);
  await give(engine, [...april.slice(1, 3), sent(4, 3, { text: 'What is due, and when?' })], 5, [REPORT]);
  await give(engine, [], 6);
  await engine.writer.decide({ reading: 3, decision: 'discard', reason: 'an outage', author: 'lea' }, START_MS);
  const may = [sent(11, 720), sent(12, 721, { reportId: 9 })];
  await give(engine, may, 722, [REPORT]);
  await give(engine, may, 760, [REPORT]);
  await give(engine, [sent(3, 2, { text: 'And?' }), ...may, sent(13, 762)], 763, [REPORT]);
  await give(engine, [sent(21, 1440)], 1441);
  await give(engine, [sent(21, 1440), sent(22, 1466)], 1480);
  await engine.ledger.close();
};

/** Copies a ledger's database, with what its write-ahead log still has. */
export const copyLedger = (file: string, copy: string): void =>
  inDatabase(file, (database) => database.exec(`vacuum into '${copy}'`));

/** Writes into a ledger's database as nobody may, without the triggers that refuse it. */
export const tamper = (file: string, statement: string, ...values: (string | number | Uint8Array)[]): void =>
  inDatabase(file, (database) => {
    const triggers = database.prepare("select name from sqlite_master where type = 'trigger'").all() as {
      readonly name: string;
    }[];
    for (const { name } of triggers) database.exec(`drop trigger ${name}`);
    database.prepare(statement).run(...values);
  });

/** One column of the rows of a table, in the order in which they were written. */
export const readColumn = (file: string, table: string, column: string): (string | Uint8Array)[] =>
  inDatabase(file, (database) =>
    database
      .prepare(`select ${column} as value from ${table} order by rowid`)
      .all()
      .map((row) => (row as { readonly value: string | Uint8Array }).value),
  );

const inDatabase = <T>(file: string, use: (database: InstanceType<typeof DatabaseSync>) => T): T => {
  const database = new DatabaseSync(file);
  try {
    return use(database);
  } finally {
    database.close();
  }
};
