import type { DatabaseSyncInstance } from '@photostructure/sqlite';
import { Kysely } from 'kysely';
import type { LedgerTables } from '../ledger-tables.js';
import { migrate, requireMigrated } from '../migrations/migrate.js';
import type { SqlEngine } from '../sql-engine.js';
import { SqlLedgerStore } from '../sql-ledger-store.js';
import { backUp } from './back-up.js';
import { eraseDeleted } from './erase-deleted.js';
import { type DatabaseOptions, openDatabase } from './open-database.js';
import { protectConfirmations } from './protect-confirmations.js';
import { protectHistory } from './protect-history.js';
import { SqliteDialect } from './sqlite-dialect.js';

/**
 * Opens the ledger of a source in a SQLite file, which is made and migrated as needed. Throws a
 * StoreSettingError for what can never work, and a StoreUnavailableError for what may later: nothing
 * is left open then, so it can be tried again.
 */
export const openSqliteStore = async (
  file: string,
  source: string,
  options: DatabaseOptions = {},
): Promise<SqlLedgerStore> => storeOn(openDatabase(file, options), source, options);

/** The store on a database that is open: migrates it, or only looks whether it is. Closes it if that fails. */
export const storeOn = async (
  database: DatabaseSyncInstance,
  source: string,
  { readOnly = false }: Pick<DatabaseOptions, 'readOnly'> = {},
): Promise<SqlLedgerStore> => {
  const db = new Kysely<LedgerTables>({ dialect: new SqliteDialect(database) });
  const engine: SqlEngine = {
    integerType: 'integer',
    bytesType: 'blob',
    schema: undefined,
    protect: protectHistory,
    protectConfirmations,
    backup: (copy) => backUp(db, copy),
    eraseDeleted: () => eraseDeleted(db),
    // A file has one service: there is nobody else who could record.
    claim: () => Promise.resolve(true),
  };
  try {
    await (readOnly ? requireMigrated(db, engine) : migrate(db, engine));
  } catch (error) {
    database.close();
    throw error;
  }
  return new SqlLedgerStore({ reading: db, writing: db }, engine, source);
};
