import type { LedgerPeriod } from '../../billing/past-periods.js';
import { type Credits, sum } from '../../pricing/index.js';
import { compareEpochTimes } from '../../time/epoch-time.js';
import { formatEpochMs } from '../../time/rfc3339.js';
import type { PeriodBook } from '../rule/period-book.js';
import type { SeenMessage } from '../rule/seen-message.js';
import type { ReadingCounts } from './reading-outcomes.js';

/** What the lines of a period do not tell. */
export interface PeriodRecords {
  readonly counts: ReadingCounts;
  /** The differences that are booked in the period. */
  readonly adjustments: readonly Credits[];
  readonly seal: Pick<LedgerPeriod, 'digest' | 'manifest'> | undefined;
}

/** What is told about a period when somebody asks for it. */
export const periodFacts = (book: PeriodBook, { counts, adjustments, seal }: PeriodRecords): LedgerPeriod => {
  const { id, status, previous, lines, rolledOver, closedAtMs, confirmedAtMs } = book;
  const { first, last } = boundsOf(lines.map(({ message }) => message));
  return {
    id,
    status,
    previous,
    firstMessageAt: first?.timestamp,
    lastMessageAt: last?.timestamp,
    messages: lines.length,
    missing: lines.filter(({ missingSince }) => missingSince).length,
    credits: book.credits,
    adjustments: sum(adjustments),
    confirmedAt: formatEpochMs(confirmedAtMs),
    rolledOver: rolledOver && { after: formatEpochMs(rolledOver.afterMs), by: formatEpochMs(rolledOver.byMs) },
    closesAt: rolledOver && formatEpochMs(rolledOver.closesAtMs),
    closedAt: closedAtMs === undefined ? undefined : formatEpochMs(closedAtMs),
    readings: counts.readings,
    changes: counts.changes,
    rateCards: [...new Set(lines.map(({ rateCard }) => rateCard))],
    digest: seal?.digest,
    manifest: seal?.manifest,
  };
};

const boundsOf = (messages: readonly SeenMessage[]): { first?: SeenMessage; last?: SeenMessage } => {
  const bounds: { first?: SeenMessage; last?: SeenMessage } = {};
  for (const message of messages) {
    if (!bounds.first || compareEpochTimes(message, bounds.first) < 0) bounds.first = message;
    if (!bounds.last || compareEpochTimes(message, bounds.last) > 0) bounds.last = message;
  }
  return bounds;
};
