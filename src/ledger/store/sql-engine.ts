import type { Kysely } from 'kysely';

/** What differs between the databases that a ledger can be kept in. */
export interface SqlEngine {
  /** Type of a column of whole numbers up to 2^53. */
  readonly integerType: 'integer' | 'bigint';
  readonly bytesType: 'blob' | 'bytea';
  /** Schema of the ledger's tables; undefined where a database has no schemas. */
  readonly schema: string | undefined;
  /** Creates the triggers that refuse to change or delete what is only ever added. Runs in migration 001. */
  readonly protect: (db: Kysely<unknown>) => Promise<void>;
  /** Creates the triggers that let only the newest row be confirmed. Runs in migration 002. */
  readonly protectConfirmations: (db: Kysely<unknown>) => Promise<void>;
  /** Implements `LedgerStore.backup`. */
  readonly backup: (file: string) => Promise<void>;
  /** Overwrites what was deleted, as far as the database lets its client. Runs after the transaction. */
  readonly eraseDeleted: () => Promise<void>;
  /** Implements `LedgerStore.claim`. */
  readonly claim: () => Promise<boolean>;
}
