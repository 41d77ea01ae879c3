import { formatDays } from '../period-dates.js';
import type { PeriodOverview } from '../period-overview.js';
import type { StatementContent } from './statement.types.js';

/** `Period 2026-03-02`, or `Current period` if the service has no ledger that names it. */
export const formatPeriodName = ({ period }: StatementContent): string =>
  period ? `Period ${period.id}` : 'Current period';

/** `2 – 15 Mar 2026`: the first and the last date with messages; `no messages` if there is none. */
export const formatStatementDates = ({ days }: PeriodOverview): string => formatDays(days) ?? 'no messages';
