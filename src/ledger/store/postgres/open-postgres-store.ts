import { Kysely, PostgresDialect, sql } from 'kysely';
import { StoreSettingError, StoreUnavailableError } from '../store.errors.js';
import type { LedgerTables } from '../ledger-tables.js';
import { migrate, requireMigrated } from '../migrations/migrate.js';
import type { SqlEngine } from '../sql-engine.js';
import { SqlLedgerStore } from '../sql-ledger-store.js';
import { AnswerWatch } from './answer-watch.js';
import { Connections, type ConnectionsOptions } from './connections.js';
import { protectConfirmations } from './protect-confirmations.js';
import { protectHistory } from './protect-history.js';
import { claimRecording, refuseSharedSessions } from './recording-lock.js';

/** The oldest Postgres that ends idle sessions, which frees the lock of a process that hangs. */
const OLDEST_VERSION = 14;

/** Journals are read page by page, and a page is asked for while the one before is looked at. */
const READING_CONNECTIONS = 2;

export interface PostgresOptions {
  /** Opens a ledger that exists, beside the services that write it. False if not given. */
  readonly readOnly?: boolean;
  /** After how long a silent process loses the right to record, in milliseconds. 60,000 if not given. */
  readonly lockIdleMs?: number;
  /** How long a statement may take, in milliseconds. 10,000 if not given. */
  readonly statementMs?: number;
  /** Told by an {@link AnswerWatch}. */
  readonly onSilence?: (isSilent: boolean) => void;
}

/**
 * Opens the ledger of a source in the first schema of the search path of a Postgres, migrated as
 * needed. Everything is written over one connection. Throws a StoreUnavailableError, and leaves
 * nothing open then, so it can be tried again.
 */
export const openPostgresStore = async (
  url: string,
  source: string,
  { readOnly = false, lockIdleMs = 60_000, statementMs = 10_000, onSilence = ignore }: PostgresOptions = {},
): Promise<SqlLedgerStore> => {
  const watch = new AnswerWatch(onSilence);
  const reading = connect(url, { max: READING_CONNECTIONS, readOnly, watch, statementMs });
  const writing = readOnly ? reading : connect(url, { max: 1, readOnly, watch, statementMs });
  try {
    const engine: SqlEngine = {
      integerType: 'bigint',
      bytesType: 'bytea',
      schema: await schemaOf(reading),
      protect: protectHistory,
      protectConfirmations,
      backup: () => Promise.reject(new StoreSettingError('a ledger in Postgres is backed up with pg_dump')),
      // Deleted rows go when Postgres vacuums.
      eraseDeleted: () => Promise.resolve(),
      claim: () => claimRecording(writing, source, lockIdleMs),
    };
    if (!readOnly) await refuseSharedSessions(writing, reading);
    await (readOnly ? requireMigrated(reading, engine) : migrate(writing, engine));
    return new SqlLedgerStore({ reading, writing }, engine, source);
  } catch (error) {
    await Promise.all([reading.destroy(), writing.destroy()]);
    throw error;
  }
};

const connect = (url: string, options: ConnectionsOptions): Kysely<LedgerTables> =>
  new Kysely({ dialect: new PostgresDialect({ pool: new Connections(url, options) }) });

const ignore = (): void => undefined;

/** The schema that tables are made in. */
const schemaOf = async (db: Kysely<LedgerTables>): Promise<string> => {
  const { rows } = await sql<{
    readonly schema: string | null;
    readonly version: number;
  }>`select current_schema() as schema, current_setting('server_version_num')::int / 10000 as version`.execute(db);
  const { schema = null, version = 0 } = rows[0] ?? {};
  if (version < OLDEST_VERSION)
    throw new StoreUnavailableError(
      `the ledger's database is Postgres ${version}: it needs ${OLDEST_VERSION} or newer`,
    );
  if (schema === null)
    throw new StoreUnavailableError("the ledger's database has no schema in which tables can be made");
  return schema;
};
