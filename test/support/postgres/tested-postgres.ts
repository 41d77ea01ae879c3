import pg from 'pg';
import type { PostgresServer } from './postgres-server.js';

/** A Postgres in which ledgers are kept. */
export interface TestedPostgres {
  readonly server: PostgresServer;
  /** The URL of a schema that is new and empty. */
  readonly newUrl: () => Promise<string>;
  /** Deletes the schemas that were made: opening a ledger looks at the tables of them all. */
  readonly clear: () => Promise<void>;
  /** Asks as the operator does, past the ledger. */
  readonly query: (url: string, sql: string) => Promise<readonly Record<string, unknown>[]>;
}

/** Schemas of a Postgres, one for each ledger. */
export const schemasOn = (server: PostgresServer): TestedPostgres => {
  let schemas = 0;
  let cleared = 0;
  const query: TestedPostgres['query'] = async (url, sql) => {
    const client = new pg.Client({ connectionString: url });
    await client.connect();
    try {
      const { rows } = (await client.query(sql)) as { readonly rows: readonly Record<string, unknown>[] };
      return rows;
    } finally {
      await client.end();
    }
  };
  return {
    server,
    query,
    clear: async () => {
      const names = Array.from({ length: schemas - cleared }, (_, index) => `ledger_${cleared + index + 1}`);
      if (names.length > 0) await query(server.url(), `drop schema ${names.join(', ')} cascade`);
      cleared = schemas;
    },
    newUrl: async () => {
      schemas += 1;
      const url = server.url(`ledger_${schemas}`);
      await query(url, `create schema ledger_${schemas}`);
      return url;
    },
  };
};
