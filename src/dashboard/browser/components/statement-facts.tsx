import { h } from '../preact.js';
import type { RateCard } from '../api.types.js';
import { formatMinute } from '../format-time.js';
import { PAGE_TITLE } from '../page-settings.js';
import { formatStatementDates } from '../statement/names.js';
import { findPriceLists } from '../statement/price-lists.js';
import type { PeriodDetails, StatementContent } from '../statement/statement.types.js';

interface StatementFactsProps {
  readonly content: StatementContent;
  readonly date: Date;
  readonly timeZone: string;
  readonly cards: readonly RateCard[];
}

/** The head of a statement: whose it is, of which period, and by what it can be found again. */
export const StatementFacts = ({ content, date, timeZone, cards }: StatementFactsProps) => {
  const { overview, period, requestId } = content;
  return (
    <header>
      <p class="letterhead">{PAGE_TITLE}</p>
      <h1>Statement of credits</h1>
      <p class="status">{formatStatus(period, timeZone)}</p>
      <dl class="facts">
        <Fact name="Period" value={period?.id ?? 'current'} />
        <Fact name="Dates" value={formatStatementDates(overview)} />
        <Fact name="Time zone" value={timeZone} />
        <Fact name="Price list" value={findPriceLists(period, cards)} />
        <Fact name="As of" value={`${formatMinute(date.toISOString(), timeZone)} (${timeZone})`} />
        {requestId !== undefined && <Fact name="Request" value={requestId} />}
      </dl>
    </header>
  );
};

const Fact = ({ name, value }: { name: string; value: string }) => (
  <div>
    <dt>{name}</dt>
    <dd translate={false}>{value}</dd>
  </div>
);

const formatStatus = (period: PeriodDetails | undefined, timeZone: string): string => {
  if (period?.status === 'closed') {
    return `Closed${period.closed_at === undefined ? '' : ` on ${formatMinute(period.closed_at, timeZone)}`}: final.`;
  }
  if (period?.status === 'grace') {
    return `Ended${period.closes_at === undefined ? '' : `, closes on ${formatMinute(period.closes_at, timeZone)}`}: may still change.`;
  }
  return 'Open: not final, it changes with every message.';
};
