import { h } from '../preact.js';
import { plus } from '../../../pricing/credits.js';
import { formatCount, toText } from '../format-credits.js';
import { formatDate } from '../format-time.js';
import type { PeriodOverview } from '../period-overview.js';
import { StatementTable } from './statement-table.js';

interface StatementDaysProps {
  readonly overview: PeriodOverview;
  readonly timeZone: string;
}

/** What each day cost, days without messages too unless they would be too many. */
export const StatementDays = ({ overview, timeZone }: StatementDaysProps) => {
  const { days, windows, messages, fromReports, fromQuestions, total } = overview;
  return (
    <StatementTable
      name={windows === 'occupied' ? `By day with messages (${timeZone})` : `By day (${timeZone})`}
      heads={['Date', 'Messages', 'Reports', 'Questions', 'Credits']}
      amounts={4}
      spare={[2, 3]}
      rows={days.map((day) => ({
        key: day.date,
        cells: [
          formatDate(day.date),
          formatCount(day.messages),
          toText(day.reports),
          toText(day.questions),
          toText(plus(day.reports, day.questions)),
        ],
      }))}
      sum={['Total', formatCount(messages), toText(fromReports), toText(fromQuestions), toText(total)]}
    />
  );
};
