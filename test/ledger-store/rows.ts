import { toRow } from '../../src/ledger/journal/to-row.js';
import type { Commit, ExplanationRow, JournalRow, SealRow } from '../../src/ledger/store/ledger-rows.js';
import type { LedgerStore } from '../../src/ledger/store/ledger-store.js';

/** Rows of closings, which are the smallest: as many as asked for, chained from `before` on. */
export const rowsAfter = (before: JournalRow | undefined, count: number): JournalRow[] => {
  const rows: JournalRow[] = [];
  for (let index = 0; index < count; index += 1) {
    const newest = rows.at(-1) ?? before;
    rows.push(toRow({ kind: 'closing', period: '2024-04-29', atMs: newest?.number ?? 0 }, newest));
  }
  return rows;
};

export const [FIRST, SECOND, THIRD] = rowsAfter(undefined, 3) as [JournalRow, JournalRow, JournalRow];

/** A commit after the row `after` with only what is given. */
export const commit = (after: number, content: Partial<Commit> = {}): Commit => ({
  after,
  rows: [],
  seals: [],
  rateCards: [],
  explanations: [],
  ...content,
});

export const sealOf = (period: string): SealRow => ({
  period,
  lines: Uint8Array.of(1, 0, 255),
  reports: '[]',
  manifest: `{"period":"${period}"}`,
  digest: 'd'.repeat(64),
});

export const explanationOf = (row: number, firstEntry: number, lastEntry: number): ExplanationRow => ({
  row,
  period: '2024-04-29',
  kind: 'amounts',
  firstEntry,
  lastEntry,
  document: Uint8Array.of(row),
});

/** `1, 2 (confirmed 2024-05-01T00:00:00.000Z)`: the rows that the store has. */
export const journalText = async (store: LedgerStore): Promise<string> => {
  const texts: string[] = [];
  for await (const { number, confirmedAt } of store.journal())
    texts.push(confirmedAt === null ? String(number) : `${number} (confirmed ${confirmedAt})`);
  return texts.join(', ');
};
