import { formatDateRange } from '../format-time.js';
import type { PeriodOverview } from '../period-overview.js';
import type { StatementContent } from './statement.types.js';

/** `Period 2026-03-02`, or `Current period` if the service has no ledger that names it. */
export const formatPeriodName = ({ period }: StatementContent): string =>
  period ? `Period ${period.id}` : 'Current period';

/** The first and the last date with messages; `no messages` if there is none. */
export const formatDates = ({ days }: PeriodOverview): string => {
  const [first, last] = [days[0], days.at(-1)];
  return first && last ? formatDateRange(first.date, last.date) : 'no messages';
};
