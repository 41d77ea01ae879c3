import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** A folder for databases of a test, and how to remove it. */
export interface LedgerFolder {
  readonly fileOf: (name: string) => string;
  readonly clear: () => Promise<void>;
}

export const createLedgerFolder = async (): Promise<LedgerFolder> => {
  const folder = await mkdtemp(join(tmpdir(), 'ledger-'));
  return {
    fileOf: (name) => join(folder, name),
    clear: () => rm(folder, { recursive: true, force: true }),
  };
};
