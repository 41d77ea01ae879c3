import { stat } from 'node:fs/promises';
import type { LedgerStore } from '../store/ledger-store.js';
import { newestReading, verifyLedger } from './verify-ledger.js';

/**
 * Writes a copy of the ledger to a new file and verifies the copy. Resolves to the facts of it, in a
 * few words each. Rejects with a BackupExistsError, a StoreUnavailableError, or a WrongLedgerError
 * if the copy is wrong; it is left there, then.
 */
export const backUpLedger = async (
  store: LedgerStore,
  file: string,
  source: string,
  openCopy: (file: string) => Promise<LedgerStore>,
): Promise<string[]> => {
  await store.backup(file);
  const copy = await openCopy(file);
  try {
    const journal = await verifyLedger(copy, { source });
    return [file, `${(await stat(file)).size} bytes`, newestReading(journal)];
  } finally {
    await copy.close();
  }
};
