import type { StoredRow } from '../../src/ledger/store/ledger-store.js';

/**
 * What a process is killed at: each is done again and again, but `migrate`, which is done once. At
 * `server` it appends, and the database server is stopped as by a power cut.
 */
export type Action = 'append' | 'confirm' | 'close' | 'migrate' | 'backup' | 'server';

export const SQLITE_ACTIONS: readonly Action[] = ['append', 'confirm', 'close', 'migrate', 'backup'];
export const POSTGRES_ACTIONS: readonly Action[] = ['append', 'confirm', 'close', 'migrate', 'server'];

/** How a row is acknowledged: by its number, and by when it was confirmed. Later ones sort after earlier. */
export const acknowledgedAs = ({ number, confirmedAt }: Pick<StoredRow, 'number' | 'confirmedAt'>): string =>
  `${String(number).padStart(9, '0')} ${confirmedAt ?? ''}`;
