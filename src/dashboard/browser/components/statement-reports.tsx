import { h } from '../preact.js';
import { formatCount, toText } from '../format-credits.js';
import { formatShare } from '../format-share.js';
import type { PeriodOverview } from '../period-overview.js';
import type { ReportLine } from '../statement/report-lines.js';
import { StatementTable } from './statement-table.js';

interface StatementReportsProps {
  readonly lines: readonly ReportLine[];
  readonly overview: PeriodOverview;
}

/** What each report cost, and the messages that were priced by their text. */
export const StatementReports = ({ lines, overview: { total, messages } }: StatementReportsProps) => (
  <StatementTable
    name="By report"
    heads={['Report', 'Report ID', 'Messages', 'Share', 'Credits']}
    amounts={4}
    spare={[1, 2, 3]}
    rows={lines.map(({ name, id, messages: ofReport, credits }) => ({
      key: `${id} ${name}`,
      cells: [name, String(id ?? ''), formatCount(ofReport), formatShare(credits, total), toText(credits)],
    }))}
    sum={['Total', '', formatCount(messages), '', toText(total)]}
  />
);
