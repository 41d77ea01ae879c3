import type { LedgerPlace } from '../../config/ledger-url.js';
import type { LedgerStore } from './ledger-store.js';

export interface StoreOptions {
  /** Opens a ledger that exists, beside the service that writes it. False if not given. */
  readonly readOnly?: boolean;
  /** After how long a silent process loses the right to record in a Postgres, in milliseconds. */
  readonly lockIdleMs?: number;
  /** How long a statement may take in a Postgres, in milliseconds. */
  readonly statementMs?: number;
  /** Called with `true` when a Postgres has said nothing for two seconds, and with `false` once that is over. */
  readonly onSilence?: (isSilent: boolean) => void;
}

/**
 * Opens the ledger of a source, and makes or migrates its database as needed; only the driver that
 * the place needs is loaded. Rejects with a StoreSettingError or a StoreUnavailableError.
 */
export const openStore = async (place: LedgerPlace, source: string, options: StoreOptions): Promise<LedgerStore> => {
  if ('file' in place) {
    const { openSqliteStore } = await import('./sqlite/open-sqlite-store.js');
    return openSqliteStore(place.file, source, options);
  }
  const { openPostgresStore } = await import('./postgres/open-postgres-store.js');
  return openPostgresStore(place.postgresUrl, source, options);
};
