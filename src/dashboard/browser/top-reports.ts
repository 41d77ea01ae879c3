import { type Credits, isLess } from '../../pricing/credits.js';
import type { ReportReference, SummaryRow } from './api.types.js';
import { sumCredits } from './format-credits.js';
import { groupBy } from './group-by.js';
import { countMessages, isReport } from './period-overview.js';
import { compareReports } from './report-order.js';

/** What a report cost, over all messages that it priced. */
export interface ReportUsage {
  readonly report: ReportReference;
  readonly credits: Credits;
  readonly messages: number;
}

/** The reports that priced a message, the most expensive first. */
export const toTopReports = (rows: readonly SummaryRow[]): ReportUsage[] =>
  [...groupBy(rows.filter(isReport), ({ report }) => report?.id).values()]
    .map((ofReport) => ({
      report: ofReport[0]?.report ?? { id: 0 },
      credits: sumCredits(ofReport),
      messages: countMessages(ofReport),
    }))
    .toSorted((a, b) => compareCredits(b.credits, a.credits) || compareReports(a.report, b.report));

const compareCredits = (a: Credits, b: Credits): number => Number(isLess(b, a)) - Number(isLess(a, b));
