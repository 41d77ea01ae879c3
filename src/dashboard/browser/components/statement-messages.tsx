import { h } from '../preact.js';
import type { Entry } from '../api.types.js';
import { countOf, formatCredits, toText } from '../format-credits.js';
import { formatMinute } from '../format-time.js';
import type { PeriodOverview } from '../period-overview.js';
import { StatementTable } from './statement-table.js';

interface StatementMessagesProps {
  readonly entries: readonly Entry[];
  readonly overview: PeriodOverview;
  readonly timeZone: string;
}

/** Every message of the period, in the order of upstream. */
export const StatementMessages = ({ entries, overview: { total, messages }, timeZone }: StatementMessagesProps) => (
  <StatementTable
    name={`Every message (${timeZone})`}
    heads={['Message ID', 'Timestamp', 'Report Name', 'Credits Used']}
    amounts={1}
    rows={entries.map(({ message_id: id, timestamp, report_name: report = '', credits_used: amount }, index) => ({
      key: `${id} ${index}`,
      cells: [String(id), formatMinute(timestamp, timeZone), report, formatCredits(amount)],
    }))}
    sum={['Total', '', countOf(messages, 'message'), toText(total)]}
  />
);
