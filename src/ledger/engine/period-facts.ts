import type { LedgerPeriod } from '../../billing/ledger-period.js';
import { type Credits, sum } from '../../pricing/index.js';
import { formatEpochMs } from '../../time/rfc3339.js';
import type { PeriodBook } from '../rule/period-book.js';
import type { LineSummary } from './line-summary.js';
import type { ReadingCounts } from './reading-outcomes.js';

/** What is told about a period beside its book. */
export interface PeriodRecords {
  readonly summary: LineSummary;
  readonly counts: ReadingCounts;
  /** The differences that are booked in the period. */
  readonly adjustments: readonly Credits[];
  readonly seal: Pick<LedgerPeriod, 'digest' | 'manifest'> | undefined;
}

/** What is told about a period when somebody asks for it. */
export const periodFacts = (book: PeriodBook, { summary, counts, adjustments, seal }: PeriodRecords): LedgerPeriod => {
  const { id, status, previous, length, rolledOver, closedAtMs, confirmedAtMs } = book;
  return {
    id,
    status,
    previous,
    ...summary,
    messages: length,
    credits: book.credits,
    adjustments: sum(adjustments),
    confirmedAt: formatEpochMs(confirmedAtMs),
    rolledOver: rolledOver && { after: formatEpochMs(rolledOver.afterMs), by: formatEpochMs(rolledOver.byMs) },
    looksLikeWindow: status === 'open' && summary.looksLikeWindow,
    closesAt: rolledOver && formatEpochMs(rolledOver.closesAtMs),
    closedAt: closedAtMs === undefined ? undefined : formatEpochMs(closedAtMs),
    readings: counts.readings,
    changes: counts.changes,
    digest: seal?.digest,
    manifest: seal?.manifest,
  };
};
