import { open, rm } from 'node:fs/promises';
import { type Kysely, sql } from 'kysely';
import { BackupExistsError } from '../store.errors.js';
import type { LedgerTables } from '../ledger-tables.js';
import { toStoreFailure } from './sqlite-failure.js';

/** Implements `LedgerStore.backup`: the copy has mode 0600 and is flushed to the disk. */
export const backUp = async (db: Kysely<LedgerTables>, file: string): Promise<void> => {
  const reserved = await reserve(file);
  try {
    await sql`vacuum into ${file}`.execute(db);
    await reserved.sync();
  } catch (error) {
    await rm(file, { force: true });
    throw toStoreFailure(error);
  } finally {
    await reserved.close();
  }
};

/** Creates the empty file that SQLite then writes into: it has mode 0600 from the start. */
const reserve = async (file: string) => {
  try {
    return await open(file, 'wx', 0o600);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST')
      throw new BackupExistsError('a backup is written to a new file only', { cause: error });
    throw toStoreFailure(error);
  }
};
