import { type Kysely, type Migration, Migrator } from 'kysely';
import { StoreUnavailableError } from '../store.errors.js';
import type { LedgerTables } from '../ledger-tables.js';
import type { SqlEngine } from '../sql-engine.js';
import { createLedger } from './001-ledger.js';
import { addConfirmations } from './002-confirmations.js';

const MIGRATIONS: Readonly<Record<string, (engine: SqlEngine) => Migration>> = {
  '001': createLedger,
  '002': addConfirmations,
};
/** Kysely's table of the migrations that have run. */
const MIGRATED = 'kysely_migration';

/**
 * Migrates a database, which may be empty, to this program's schema. Throws a StoreUnavailableError,
 * and changes nothing, if the database is newer than the program or belongs to another program.
 */
export const migrate = async (db: Kysely<LedgerTables>, engine: SqlEngine): Promise<void> => {
  await refuseForeign(db, engine);
  const migrations = Object.entries(MIGRATIONS).map(([name, create]) => [name, create(engine)] as const);
  const provider = { getMigrations: () => Promise.resolve(Object.fromEntries(migrations)) };
  const { error } = await new Migrator({
    db,
    provider,
    ...(engine.schema !== undefined && { migrationTableSchema: engine.schema }),
  }).migrateToLatest();
  if (error) throw error;
};

/** Throws a StoreUnavailableError if the database has not exactly this program's schema. */
export const requireMigrated = async (db: Kysely<LedgerTables>, engine: SqlEngine): Promise<void> => {
  const migrated = await refuseForeign(db, engine);
  if (Object.keys(MIGRATIONS).every((name) => migrated.includes(name))) return;
  throw new StoreUnavailableError(
    "the ledger's database is empty or older than this program: start the service on it first",
  );
};

/**
 * The names of the migrations that have run on the database. Throws a StoreUnavailableError if it is
 * newer than the program or belongs to another program.
 */
const refuseForeign = async (db: Kysely<LedgerTables>, engine: SqlEngine): Promise<readonly string[]> => {
  const all = await db.introspection.getTables({ withInternalKyselyTables: true });
  const tables = all.filter(({ schema, isView }) => schema === engine.schema && !isView);
  if (tables.length === 0) return [];
  if (!tables.some(({ name }) => name === MIGRATED))
    throw new StoreUnavailableError("the ledger's database has the tables of another program: it was left as it is");
  const rows = await db
    .withTables<{ [MIGRATED]: { readonly name: string } }>()
    .selectFrom(MIGRATED)
    .select('name')
    .execute();
  const names = rows.map(({ name }) => name);
  const newer = names.find((name) => !(name in MIGRATIONS));
  if (newer !== undefined)
    throw new StoreUnavailableError(
      `the ledger's database was written by a newer version of this program (schema ${newer}): it was left as it is`,
    );
  return names;
};
