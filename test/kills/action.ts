import type { StoredRow } from '../../src/ledger/store/ledger-store.js';

/** What a process is killed at: each is done again and again, but `migrate`, which is done once. */
export const ACTIONS = ['append', 'confirm', 'close', 'migrate', 'backup'] as const;

export type Action = (typeof ACTIONS)[number];

/** How a row is acknowledged: by its number, and by when it was confirmed. Later ones sort after earlier. */
export const acknowledgedAs = ({ number, confirmedAt }: Pick<StoredRow, 'number' | 'confirmedAt'>): string =>
  `${String(number).padStart(9, '0')} ${confirmedAt ?? ''}`;
