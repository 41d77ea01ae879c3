import { copyLedger } from '../../../src/ledger/copy/copy-ledger.js';
import type { LedgerStore } from '../../../src/ledger/store/ledger-store.js';
import { openPostgresStore } from '../../../src/ledger/store/postgres/open-postgres-store.js';
import { playOnStore } from '../../ledger-store/play-on-store.js';
import type { TestedPostgres } from './tested-postgres.js';

/** Plays the history of a seed on a Postgres, each database a schema of its own, and a backup a copy. */
export const playOnPostgres = async (
  seed: number,
  { newUrl, clear }: TestedPostgres,
): Promise<Readonly<Record<string, number>>> => {
  const urls = new Map<string, string>();
  const open = async (name: string) => {
    const url = urls.get(name) ?? (await newUrl());
    urls.set(name, url);
    return openPostgresStore(url, 'default');
  };
  const backUp = async (store: LedgerStore, name: string) => {
    const copy = await open(name);
    await copyLedger(store, copy);
    await copy.close();
  };
  try {
    return await playOnStore(seed, { open, backUp });
  } finally {
    await clear();
  }
};
