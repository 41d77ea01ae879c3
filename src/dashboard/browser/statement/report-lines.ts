import type { Credits } from '../../../pricing/credits.js';
import type { Basis, SummaryRow } from '../api.types.js';
import { sumCredits } from '../format-credits.js';
import { groupBy } from '../group-by.js';
import { countMessages, isReport } from '../period-overview.js';
import { compareReports } from '../report-order.js';

/** What the messages of one report cost, or those that no report priced. */
export interface ReportLine {
  readonly name: string;
  /** Id of the report; `undefined` for messages that were priced by their text. */
  readonly id?: number | undefined;
  readonly messages: number;
  readonly credits: Credits;
}

const TEXT_NAMES: readonly (readonly [basis: Basis, name: string])[] = [
  ['text', 'Questions, priced by their text'],
  ['text_report_not_found', 'Questions whose report was not found, priced by their text'],
];

/**
 * The lines of a statement by report, in the order of their names, and after them the messages that
 * were priced by their text. Their sum is the total of the rows.
 */
export const toReportLines = (rows: readonly SummaryRow[]): ReportLine[] => {
  const byReport = groupBy(rows.filter(isReport), ({ report }) => report?.id);
  const reports = [...byReport.values()].map((ofReport) => ({ report: ofReport[0]?.report, rows: ofReport }));
  const ordered = reports.toSorted((a, b) => compareReports(a.report ?? NO_REPORT, b.report ?? NO_REPORT));
  const texts = TEXT_NAMES.map(([basis, name]) => ({ name, rows: rows.filter((row) => row.basis === basis) }));
  return [
    ...ordered.map(({ report, rows: ofReport }) => toLine(report?.name ?? '', ofReport, report?.id)),
    ...texts.filter(({ rows: ofBasis }) => ofBasis.length > 0).map(({ name, rows: ofBasis }) => toLine(name, ofBasis)),
  ];
};

const NO_REPORT = { id: 0 };

const toLine = (name: string, rows: readonly SummaryRow[], id?: number): ReportLine => ({
  name,
  id,
  messages: countMessages(rows),
  credits: sumCredits(rows),
});
