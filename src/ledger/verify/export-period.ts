import { gunzipSync } from 'node:zlib';
import { PeriodNotClosedError } from '../../billing/ledger.errors.js';
import { sha256 } from '../sealed/digest.js';
import { linesSha256 } from '../sealed/read-manifest.js';
import type { LedgerStore } from '../store/ledger-store.js';
import { checkJournal } from './check-journal.js';
import { unknownPeriod } from './verify-ledger.js';
import { WrongLedgerError } from './wrong-ledger.error.js';

/**
 * The CSV of a closed period, with the SHA-256 that its manifest states. Rejects with an
 * UnknownPeriodError, a PeriodNotClosedError or a WrongLedgerError.
 */
export const exportPeriod = async (store: LedgerStore, id: string): Promise<string> => {
  const seal = await store.seal(id);
  if (!seal) {
    const journal = await checkJournal(store);
    const isKnown = journal.state.periods.some((book) => book.id === id);
    throw isKnown ? new PeriodNotClosedError(id) : unknownPeriod(id, journal);
  }
  const csv = unpacked(seal.lines);
  if (csv === undefined || sha256(csv) !== linesSha256(seal.manifest))
    throw new WrongLedgerError(`the sealed lines of period ${id} are not those that its manifest names`);
  return csv;
};

const unpacked = (gzipped: Uint8Array): string | undefined => {
  try {
    return gunzipSync(gzipped).toString();
  } catch {
    return undefined;
  }
};
