import type { StoredRow } from '../../src/ledger/store/ledger-rows.js';

/**
 * What a process is killed at: each is done again and again, but `migrate`, which is done once. At
 * `server` it appends, and the database server is stopped as by a power cut. At `retention` it writes
 * texts and deletes them, and acknowledges a row once its texts are gone.
 */
export type Action = 'append' | 'confirm' | 'adjust' | 'close' | 'migrate' | 'backup' | 'retention' | 'server';

const ON_BOTH: readonly Action[] = ['append', 'confirm', 'adjust', 'close', 'migrate', 'retention'];
export const SQLITE_ACTIONS: readonly Action[] = [...ON_BOTH, 'backup'];
export const POSTGRES_ACTIONS: readonly Action[] = [...ON_BOTH, 'server'];

/** The period whose texts the retention of a row deletes; sorts as the row does. */
export const periodOf = (row: number): string => String(row).padStart(9, '0');

/** How a row is acknowledged: by its number, and by when it was confirmed. Later ones sort after earlier. */
export const acknowledgedAs = ({ number, confirmedAt }: Pick<StoredRow, 'number' | 'confirmedAt'>): string =>
  `${periodOf(number)} ${confirmedAt ?? ''}`;
