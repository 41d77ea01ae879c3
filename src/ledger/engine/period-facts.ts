import type { LedgerPeriod } from '../../billing/past-periods.js';
import { type Credits, sum } from '../../pricing/index.js';
import { compareEpochTimes } from '../../time/epoch-time.js';
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
    confirmedAt: timeOf(confirmedAtMs),
    rolledOver: rolledOver && { after: timeOf(rolledOver.afterMs), by: timeOf(rolledOver.byMs) },
    closesAt: rolledOver && timeOf(rolledOver.closesAtMs),
    closedAt: closedAtMs === undefined ? undefined : timeOf(closedAtMs),
    readings: counts.readings,
    changes: counts.changes,
    rateCards: [...new Set(lines.map(({ rateCard }) => rateCard))],
    digest: seal?.digest,
    manifest: seal?.manifest,
  };
};

export const timeOf = (epochMs: number): string => new Date(epochMs).toISOString();

const boundsOf = (messages: readonly SeenMessage[]): { first?: SeenMessage; last?: SeenMessage } => {
  const bounds: { first?: SeenMessage; last?: SeenMessage } = {};
  for (const message of messages) {
    if (!bounds.first || compareEpochTimes(message, bounds.first) < 0) bounds.first = message;
    if (!bounds.last || compareEpochTimes(message, bounds.last) > 0) bounds.last = message;
  }
  return bounds;
};
