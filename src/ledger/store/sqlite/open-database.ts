import { closeSync, existsSync, mkdirSync, openSync, statfsSync } from 'node:fs';
import { dirname } from 'node:path';
import { DatabaseSync, type DatabaseSyncInstance } from '@photostructure/sqlite';
import { StoreUnavailableError } from '../store.errors.js';
import { withStoreFailures } from './sqlite-failure.js';
import { refuseNetworkFileSystem, refuseOldSqlite } from './sqlite-guards.js';

export interface DatabaseOptions {
  /** Opens a database that exists, beside the service that writes it. False if not given. */
  readonly readOnly?: boolean;
  /** How long a lock of another process is waited for, in milliseconds. 5,000 if not given. */
  readonly lockTimeoutMs?: number;
}

/**
 * Opens the file, or makes it for its owner alone, in a folder that is made likewise. Throws a
 * StoreSettingError or a StoreUnavailableError, and leaves nothing open then.
 */
export const openDatabase = (
  file: string,
  { readOnly = false, lockTimeoutMs = 5000 }: DatabaseOptions = {},
): DatabaseSyncInstance =>
  withStoreFailures(() => {
    const folder = dirname(file);
    if (readOnly && !existsSync(file)) throw new StoreUnavailableError('there is no database of the ledger yet');
    if (!readOnly) mkdirSync(folder, { recursive: true, mode: 0o700 });
    refuseNetworkFileSystem(statfsSync(folder).type);
    if (!readOnly) createForOwner(file);
    const database = new DatabaseSync(file, { readOnly, timeout: lockTimeoutMs });
    try {
      setUp(database, readOnly);
    } catch (error) {
      database.close();
      throw error;
    }
    return database;
  });

const createForOwner = (file: string): void => {
  if (!existsSync(file)) closeSync(openSync(file, 'a', 0o600));
};

/**
 * Sets `synchronous` to full: the default with WAL can lose the last commits at a power cut. Deleted
 * texts are overwritten.
 */
const setUp = (database: DatabaseSyncInstance, readOnly: boolean): void => {
  const { version } = database.prepare('select sqlite_version() as version').get() as { readonly version: string };
  refuseOldSqlite(version);
  database.exec('pragma foreign_keys = on');
  if (!readOnly) database.exec('pragma journal_mode = wal');
  database.exec('pragma synchronous = full');
  database.exec('pragma secure_delete = on');
};
