import { afterAll, beforeAll, describe } from '@jest/globals';
import { env, stderr } from 'node:process';
import { findPostgres } from './find-postgres.js';
import { PostgresServer } from './postgres-server.js';
import { schemasOn, type TestedPostgres } from './tested-postgres.js';

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
    postgres = bin instanceof Error ? notThere() : schemasOn(await PostgresServer.start(bin));
  });
  afterAll(() => postgres?.server.clear());
  return () => postgres ?? notThere();
};

const notThere = (): never => {
  throw new Error('Postgres has not started');
};
