import { randomUUID } from 'node:crypto';
import { type Kysely, sql } from 'kysely';
import { StoreUnavailableError } from '../store.errors.js';
import type { LedgerTables } from '../ledger-tables.js';

type Database = Kysely<LedgerTables>;

/**
 * Whether this process is the one that records the source: it is if its writing connection holds the
 * lock of the source, or gets it now. The lock ends with the connection; Postgres ends a connection
 * that holds it once that has said nothing for `idleMs`, or cannot be reached any more.
 */
export const claimRecording = async (writing: Database, source: string, idleMs: number): Promise<boolean> => {
  if (await asks(writing, sql`exists (select from pg_locks where locktype = 'advisory' and pid = pg_backend_pid())`))
    return true;
  const key = sql`hashtextextended(concat_ws(' ', 'ledger', current_schema(), ${sql.lit(source)}), 0)`;
  if (!(await asks(writing, sql`pg_try_advisory_lock(${key})`))) return false;
  await sql`select
    set_config('idle_session_timeout', ${String(idleMs)}, false),
    set_config('tcp_keepalives_idle', '10', false),
    set_config('tcp_keepalives_interval', '5', false),
    set_config('tcp_keepalives_count', '3', false)`.execute(writing);
  return true;
};

/**
 * Throws a StoreUnavailableError if two connections share a session, as behind PgBouncer in
 * transaction mode: a lock would then belong to nobody.
 */
export const refuseSharedSessions = async (writing: Database, reading: Database): Promise<void> => {
  const name = randomUUID();
  const hasName = sql`coalesce(current_setting('ledger.session', true), '') = ${name}`;
  await sql`select set_config('ledger.session', ${name}, false)`.execute(writing);
  const isShared = await reading
    .transaction()
    // While the transaction lasts, a pooler gives its session to nobody else.
    .execute(async (other) => (await asks(other, hasName)) || !(await asks(writing, hasName)));
  if (isShared)
    throw new StoreUnavailableError(
      "the ledger's database is behind a connection pooler that shares sessions, such as PgBouncer in transaction mode: connect to Postgres itself",
    );
};

const asks = async (db: Database, condition: ReturnType<typeof sql>): Promise<boolean> => {
  const { rows } = await sql<{ readonly holds: boolean }>`select ${condition} as holds`.execute(db);
  return rows[0]?.holds === true;
};
