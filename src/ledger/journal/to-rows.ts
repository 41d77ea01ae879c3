import { formatEpochMs } from '../../time/rfc3339.js';
import type { Entry } from '../rule/entry.js';
import type { Commit, JournalRow } from '../store/ledger-rows.js';
import type { WrittenEntry } from './entry-head.js';
import { type RowBefore, toRow } from './to-row.js';

/**
 * What the store is to write for entries that are written together; `before` is the newest row,
 * undefined for an empty journal. A confirmation makes no row: its time goes to the row before.
 */
export const toRows = (
  entries: readonly Entry[],
  before?: RowBefore,
): Pick<Commit, 'after' | 'confirmedAt' | 'rows'> => {
  const confirmation = entries.find((entry) => entry.kind === 'confirmation');
  const rows: JournalRow[] = [];
  for (const entry of entries.filter(isWritten)) rows.push(toRow(entry, rows.at(-1) ?? before));
  return {
    after: before?.number ?? 0,
    ...(confirmation && { confirmedAt: formatEpochMs(confirmation.atMs) }),
    rows,
  };
};

const isWritten = (entry: Entry): entry is WrittenEntry => entry.kind !== 'confirmation';
