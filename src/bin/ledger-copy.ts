import type { LedgerPlace } from '../config/ledger-url.js';
import { copyLedger } from '../ledger/copy/copy-ledger.js';
import type { LedgerStore } from '../ledger/store/ledger-store.js';
import { verifyLedger } from '../ledger/verify/verify-ledger.js';
import { WrongLedgerError } from '../ledger/verify/wrong-ledger.error.js';
import { nameOf } from './ledger-location.js';
import { withName } from './ledger-sentences.js';
import { openLedger } from './open-ledger.js';

/**
 * Copies a ledger into a place, and verifies what is there then. Resolves to the facts of it, in a
 * few words each.
 */
export const copyTo = async (place: LedgerPlace, from: LedgerStore, source: string): Promise<string[]> => {
  const name = nameOf(place);
  const to = await withName(name, openLedger(place, source, {}));
  try {
    const copied = await withName(name, copyLedger(from, to));
    const { newest } = await withName(name, verifyLedger(to, { source }));
    if ((await from.newest())?.chain !== newest.chain || (await digestsOf(to)) !== (await digestsOf(from)))
      throw new WrongLedgerError('the ledger was written while it was copied: copy again, with the service stopped');
    return [name, `${copied} rows copied`, `chain ${newest.chain}`];
  } finally {
    await to.close();
  }
};

const digestsOf = async (store: LedgerStore): Promise<string> =>
  (await store.manifests()).map(({ period, digest }) => `${period} ${digest}`).join();
