import { formatEpochMs } from '../../time/rfc3339.js';
import type { JournalRow } from '../store/ledger-rows.js';
import { writeDocument } from './entry-document.js';
import type { WrittenEntry } from './entry-head.js';
import { CHAIN_START, chainOf } from './row-chain.js';

/** What a row needs to know of the row before it. */
export type RowBefore = Pick<JournalRow, 'number' | 'at' | 'chain'>;

/**
 * The row that an entry is written down as; `before` is the newest row, undefined for the first. A
 * reconsideration has the time of the row before, as it is a consequence of that decision.
 */
export const toRow = (entry: WrittenEntry, before?: RowBefore): JournalRow => {
  const { gzipped, sha256 } = writeDocument(entry);
  const fields = {
    number: (before?.number ?? 0) + 1,
    kind: entry.kind,
    at: 'atMs' in entry ? formatEpochMs(entry.atMs) : (before?.at ?? formatEpochMs(0)),
    ...aboutOf(entry),
  };
  return { ...fields, document: gzipped, chain: chainOf(fields, sha256, before?.chain ?? CHAIN_START) };
};

const aboutOf = (entry: WrittenEntry): Pick<JournalRow, 'reading' | 'period' | 'outcome'> => {
  switch (entry.kind) {
    case 'reading':
      return { reading: entry.number, ...effectOf(entry) };
    case 'reconsideration':
      return { reading: entry.reading, ...effectOf(entry) };
    case 'decision':
      return { reading: entry.reading, period: null, outcome: null };
    case 'adjustment':
      return { reading: null, period: entry.adjustment.bookedIn, outcome: null };
    case 'closing':
      return { reading: null, period: entry.period, outcome: null };
  }
};

const effectOf = ({ judgement }: Extract<WrittenEntry, { judgement: unknown }>) => ({
  period: judgement.period ?? judgement.changes[0]?.period ?? null,
  outcome: judgement.reason ?? judgement.outcome,
});
