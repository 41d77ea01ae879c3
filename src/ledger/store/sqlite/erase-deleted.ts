import { type Kysely, sql } from 'kysely';
import type { LedgerTables } from '../ledger-tables.js';

/**
 * Moves the log into the database, where `secure_delete` has overwritten what was deleted, and
 * empties it: the log still has the pages as they were. A reader in another process can prevent it;
 * then the next one does it.
 */
export const eraseDeleted = async (db: Kysely<LedgerTables>): Promise<void> => {
  await sql`pragma wal_checkpoint(truncate)`.execute(db);
};
