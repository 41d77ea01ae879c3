import type { LedgerPlace } from '../config/ledger-url.js';
import type { LedgerStore } from '../ledger/store/ledger-store.js';
import { openStore, type StoreOptions } from '../ledger/store/open-store.js';

/** A page of a large ledger may come over a slow line, and nobody else waits for a command. */
const STATEMENT_MS = 120_000;

/** Opens a ledger for a command, as {@link openStore} opens it for a service. */
export const openLedger = (
  place: LedgerPlace,
  source: string,
  { readOnly }: Pick<StoreOptions, 'readOnly'>,
): Promise<LedgerStore> => openStore(place, source, { readOnly: readOnly === true, statementMs: STATEMENT_MS });
