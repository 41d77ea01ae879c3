import { findPostgres } from './find-postgres.js';
import { PostgresServer } from './postgres-server.js';

/** Starts a Postgres for a program that needs one. Rejects where there is none. */
export const startPostgres = async (): Promise<PostgresServer> => {
  const bin = await findPostgres();
  if (bin instanceof Error) throw bin;
  return PostgresServer.start(bin);
};
