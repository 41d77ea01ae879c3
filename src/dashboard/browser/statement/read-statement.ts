import { ApiError, type DatedAnswer, getJson } from '../api.js';
import type { Adjustment, Entry, Summary } from '../api.types.js';
import { toPeriodPath } from '../api-paths.js';
import { getEntries } from '../entries.js';
import { sumCredits } from '../format-credits.js';
import { toPeriodOverview } from '../period-overview.js';
import { isEqual } from '../../../pricing/credits.js';
import { HAS_LEDGER } from '../page-settings.js';
import { toQuery } from '../query.js';
import { readOneBill } from '../read-one-bill.js';
import type { View } from '../view.js';
import { toReportLines } from './report-lines.js';
import type { PeriodDetails, StatementContent } from './statement.types.js';

/**
 * Reads all of a period's statement: totals, every message if the view asks for them, and what the
 * ledger says, of one bill: see {@link readOneBill}.
 */
export const readStatement = (view: View, signal: AbortSignal): Promise<DatedAnswer<StatementContent>> =>
  readOneBill(() => readOnce(view, signal));

const readOnce = async (view: View, signal: AbortSignal): Promise<DatedAnswer<StatementContent>> => {
  const { period } = view;
  const [summary, entries, details] = await Promise.all([
    getJson<Summary>(toPeriodPath(view), { signal }),
    view.messages && getEntries(toQuery({ period }), Infinity, signal),
    readLedger(period ?? 'current', signal),
  ]);
  const { data, totals } = summary.body;
  if (entries) refuseOther(entries.body.entries, totals);
  return {
    body: {
      overview: toPeriodOverview(summary.body),
      reports: toReportLines(data),
      entries: entries?.body.entries,
      ...details,
      requestId: summary.requestId,
    },
    date: summary.date,
  };
};

/** Throws the problem of a changed bill if messages and totals belong to different ones. */
const refuseOther = (entries: readonly Entry[], totals: Summary['totals']): void => {
  if (entries.length === totals.messages && isEqual(sumCredits(entries), sumCredits([totals]))) return;
  throw new ApiError({ type: '/bill-changed', title: 'The bill has changed while it was read', status: 409 });
};

const readLedger = async (
  id: string,
  signal: AbortSignal,
): Promise<Pick<StatementContent, 'period' | 'adjustments'>> => {
  if (!HAS_LEDGER) return { period: undefined, adjustments: [] };
  const [period, booked] = await Promise.all([
    getJson<PeriodDetails>(`/v1/periods/${id}`, { signal }),
    getJson<{ readonly adjustments: readonly Adjustment[] }>(`/v1/adjustments?${toQuery({ period: id })}`, { signal }),
  ]);
  return { period: period.body, adjustments: booked.body.adjustments };
};
