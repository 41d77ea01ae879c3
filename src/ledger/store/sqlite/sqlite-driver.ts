import type { DatabaseSyncInstance as DatabaseSync, StatementSyncInstance } from '@photostructure/sqlite';
import { CompiledQuery, type DatabaseConnection, type Driver, type QueryResult } from 'kysely';
import { withStoreFailures } from './sqlite-failure.js';

/**
 * Kysely driver for a database with the API of `node:sqlite`. Each query blocks its thread until
 * SQLite answers, so use it in a worker thread. There is one connection: `acquireConnection` waits
 * until the previous query or transaction has released it.
 */
export class SqliteDriver implements Driver {
  private readonly connection: SqliteConnection;
  private last: Promise<void> = Promise.resolve();
  private release: () => void = () => undefined;

  constructor(private readonly database: DatabaseSync) {
    this.connection = new SqliteConnection(database);
  }

  async init(): Promise<void> {}

  async acquireConnection(): Promise<DatabaseConnection> {
    const before = this.last;
    const { promise, resolve } = withResolver();
    this.last = promise;
    await before;
    this.release = resolve;
    return this.connection;
  }

  async releaseConnection(): Promise<void> {
    this.release();
  }

  /** Takes the write lock at the start: a transaction that has only read may fail to get it later. */
  async beginTransaction(connection: DatabaseConnection): Promise<void> {
    await connection.executeQuery(CompiledQuery.raw('begin immediate'));
  }

  async commitTransaction(connection: DatabaseConnection): Promise<void> {
    await connection.executeQuery(CompiledQuery.raw('commit'));
  }

  /** Does nothing if SQLite has rolled back by itself, as it does when the disk is full. */
  async rollbackTransaction(connection: DatabaseConnection): Promise<void> {
    if (this.database.isTransaction) await connection.executeQuery(CompiledQuery.raw('rollback'));
  }

  async destroy(): Promise<void> {
    if (this.database.isOpen) this.database.close();
  }
}

class SqliteConnection implements DatabaseConnection {
  /**
   * Prepared statements by their SQL. They are reused because each one keeps the file open until it
   * is garbage-collected.
   */
  private readonly statements = new Map<string, StatementSyncInstance>();

  constructor(private readonly database: DatabaseSync) {}

  async executeQuery<R>({ sql, parameters }: CompiledQuery): Promise<QueryResult<R>> {
    return withStoreFailures(() => {
      const statement = this.prepared(sql);
      if (statement.columns().length > 0) return { rows: statement.all(...parameters) as R[] };
      const { changes } = statement.run(...parameters);
      return { rows: [], numAffectedRows: BigInt(changes) };
    });
  }

  private prepared(sql: string): StatementSyncInstance {
    const statement = this.statements.get(sql) ?? this.database.prepare(sql);
    this.statements.set(sql, statement);
    return statement;
  }

  async *streamQuery<R>(query: CompiledQuery): AsyncGenerator<QueryResult<R>> {
    yield this.executeQuery<R>(query);
  }
}

const withResolver = () => {
  let resolve = (): void => undefined;
  const promise = new Promise<void>((onResolved) => {
    resolve = onResolved;
  });
  return { promise, resolve };
};
