import { afterAll, beforeAll, describe } from '@jest/globals';
import { env, stderr } from 'node:process';
import pg from 'pg';
import { findPostgres } from './find-postgres.js';
import { PostgresServer } from './postgres-server.js';

/** A Postgres that the tests of a file share. */
export interface TestedPostgres {
  readonly server: PostgresServer;
  /** The URL of a schema that is new and empty. */
  readonly newUrl: () => Promise<string>;
  /** Asks as the operator does, past the ledger. */
  readonly query: (url: string, sql: string) => Promise<readonly Record<string, unknown>[]>;
}

const bin = await findPostgres();
if (bin instanceof Error) {
  if (env['POSTGRES_TESTS'] === 'required') throw bin;
  stderr.write(`The tests of the ledger on Postgres are skipped: ${bin.message}\n`);
}

/** A describe block that is skipped where there is no Postgres, unless `POSTGRES_TESTS=required`. */
export const describeOnPostgres = bin instanceof Error ? describe.skip : describe;

/** For such a block: a Postgres that its tests share. */
export const usePostgres = (): (() => TestedPostgres) => {
  let postgres: TestedPostgres | undefined;
  beforeAll(async () => {
    postgres = bin instanceof Error ? notThere() : on(await PostgresServer.start(bin));
  });
  afterAll(() => postgres?.server.clear());
  return () => postgres ?? notThere();
};

const notThere = (): never => {
  throw new Error('Postgres has not started');
};

/** Schemas of a Postgres, one for each ledger. */
const on = (server: PostgresServer): TestedPostgres => {
  let schemas = 0;
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
    newUrl: async () => {
      schemas += 1;
      const url = server.url(`ledger_${schemas}`);
      await query(url, `create schema ledger_${schemas}`);
      return url;
    },
  };
};
