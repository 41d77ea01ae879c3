import { setTimeout } from 'node:timers/promises';
import type { PostgresCursor, PostgresPool, PostgresPoolClient, PostgresQueryResult } from 'kysely';
import pg from 'pg';
import type { AnswerWatch } from './answer-watch.js';
import { isLost, toStoreFailure } from './postgres-failure.js';

/** How long to wait, in milliseconds. The server gives up a statement before the client does. */
const CONNECT_MS = 5000;
const LATER_MS = 2000;
const KEEP_ALIVE_MS = 10_000;
const END_MS = 1000;

/** Numbers where `pg` has strings, for the type `bigint`: all of ours are below 2^53. */
const TYPES = new pg.TypeOverrides();
TYPES.setTypeParser(pg.types.builtins.INT8, Number);

export interface ConnectionsOptions {
  /** The most connections that are open at once. */
  readonly max: number;
  /** Refuses every write. */
  readonly readOnly: boolean;
  readonly watch: AnswerWatch;
  /** How long a statement may take, in milliseconds. */
  readonly statementMs: number;
}

/** Connections to a Postgres, for Kysely. Errors are those of {@link toStoreFailure}; one that is lost is replaced. */
export class Connections implements PostgresPool {
  private readonly pool: pg.Pool;
  private readonly watch: AnswerWatch;

  constructor(url: string, { max, readOnly, watch, statementMs }: ConnectionsOptions) {
    this.watch = watch;
    this.pool = new pg.Pool({
      connectionString: withLibpqModes(url),
      max,
      application_name: 'copilot-credit-usage ledger',
      connectionTimeoutMillis: CONNECT_MS,
      statement_timeout: statementMs,
      query_timeout: statementMs + LATER_MS,
      idle_in_transaction_session_timeout: statementMs,
      // A connection may hold the lock of the ledger: it is kept until it is lost.
      idleTimeoutMillis: 0,
      keepAlive: true,
      keepAliveInitialDelayMillis: KEEP_ALIVE_MS,
      types: TYPES,
    });
    // A connection that is lost between two queries says so here, and at the next query.
    this.pool.on('error', ignore);
    this.pool.on('connect', (client) => {
      client.on('error', ignore);
      // Asked of the session, and before anything else: options of the URL replace those that are given here.
      if (readOnly) client.query('set default_transaction_read_only = on').catch(ignore);
    });
  }

  async connect(): Promise<PostgresPoolClient> {
    try {
      return new Connection(await this.watch.over(this.pool.connect()), this.watch);
    } catch (error) {
      throw toStoreFailure(error);
    }
  }

  /** Waits a second at most: a server that hangs does not take leave. */
  async end(): Promise<void> {
    await Promise.race([this.pool.end(), setTimeout(END_MS, undefined, { ref: false })]);
  }
}

class Connection implements PostgresPoolClient {
  private lostBy: unknown;

  constructor(
    private readonly client: pg.PoolClient,
    private readonly watch: AnswerWatch,
  ) {}

  query<R>(sql: string, parameters: readonly unknown[]): Promise<PostgresQueryResult<R>>;
  query<R>(cursor: PostgresCursor<R>): PostgresCursor<R>;
  query<R>(
    query: string | PostgresCursor<R>,
    parameters: readonly unknown[] = [],
  ): Promise<PostgresQueryResult<R>> | PostgresCursor<R> {
    if (typeof query !== 'string') throw new RangeError('no query of the ledger reads by a cursor');
    return this.ask<R>(query, parameters);
  }

  private async ask<R>(query: string, parameters: readonly unknown[]): Promise<PostgresQueryResult<R>> {
    // A rollback after a lost connection would wait once more for the same server.
    if (this.lostBy !== undefined) throw this.lostBy;
    try {
      const answer = this.client.query(query, [...parameters]);
      return (await this.watch.over(answer)) as unknown as PostgresQueryResult<R>;
    } catch (error) {
      const failure = toStoreFailure(error);
      if (isLost(error)) this.lostBy = failure;
      throw failure;
    }
  }

  release(): void {
    this.client.release(this.lostBy !== undefined);
  }
}

/** `sslmode` as libpq means it: `require` encrypts, and `verify-full` looks at the certificate too. */
const withLibpqModes = (url: string): string => {
  const parsed = new URL(url);
  if (parsed.searchParams.has('sslmode')) parsed.searchParams.set('uselibpqcompat', 'true');
  return parsed.href;
};

const ignore = (): void => undefined;
