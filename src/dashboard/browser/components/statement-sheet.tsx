import { Component, h } from '../preact.js';
import type { RateCard } from '../api.types.js';
import { PAGE_TITLE } from '../page-settings.js';
import { formatPeriodName, formatStatementDates } from '../statement/names.js';
import { addPageHead } from '../statement/page-head.js';
import type { StatementContent } from '../statement/statement.types.js';
import type { View } from '../view.js';
import { StatementAdjustments } from './statement-adjustments.js';
import { StatementDays } from './statement-days.js';
import { StatementFacts } from './statement-facts.js';
import { StatementMessages } from './statement-messages.js';
import { StatementReports } from './statement-reports.js';
import { StatementSeal } from './statement-seal.js';
import { StatementTotals } from './statement-totals.js';

interface StatementSheetProps {
  readonly content: StatementContent;
  /** When the service answered. */
  readonly date: Date;
  readonly view: View;
  readonly cards: readonly RateCard[];
}

/**
 * The statement as it is printed. While it is shown, every printed page has its name at the top, and
 * so has the file that a browser saves.
 */
export class StatementSheet extends Component<StatementSheetProps> {
  private removePageHead: (() => void) | undefined;
  private readonly titleBefore = document.title;

  override componentDidMount(): void {
    this.namePages();
  }

  override componentDidUpdate(): void {
    this.namePages();
  }

  override componentWillUnmount(): void {
    this.removePageHead?.();
    document.title = this.titleBefore;
  }

  override render({ content, date, view: { timeZone }, cards }: StatementSheetProps) {
    const { overview, reports, entries, period, adjustments } = content;
    return (
      <article class="statement">
        <StatementFacts content={content} date={date} timeZone={timeZone} cards={cards} />
        <StatementTotals overview={overview} period={period} />
        <StatementReports lines={reports} overview={overview} />
        <StatementDays overview={overview} timeZone={timeZone} />
        {adjustments.length > 0 && period && (
          <StatementAdjustments adjustments={adjustments} sum={period.adjustments} timeZone={timeZone} />
        )}
        {period?.digest !== undefined && <StatementSeal period={period} />}
        {entries && <StatementMessages entries={entries} overview={overview} timeZone={timeZone} />}
      </article>
    );
  }

  private namePages(): void {
    const { content } = this.props;
    const name = formatPeriodName(content);
    document.title = `${PAGE_TITLE}, statement ${name}`;
    this.removePageHead?.();
    this.removePageHead = addPageHead(
      `${PAGE_TITLE}: statement of credits`,
      `${name}, ${formatStatementDates(content.overview)}`,
    );
  }
}
