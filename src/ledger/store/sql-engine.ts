import type { Kysely } from 'kysely';

/** What differs between the databases that a ledger can be kept in. */
export interface SqlEngine {
  /** Type of a column of whole numbers up to 2^53. */
  readonly integerType: 'integer' | 'bigint';
  readonly bytesType: 'blob' | 'bytea';
  /** Has the database itself refuse to change what is only ever added. Runs within migration 001. */
  readonly protect: (db: Kysely<unknown>) => Promise<void>;
  /** See the store's method. */
  readonly backup: (file: string) => Promise<void>;
}
