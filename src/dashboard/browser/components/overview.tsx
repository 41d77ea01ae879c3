import { h } from '../preact.js';
import type { Dashboard } from '../dashboard.js';
import { countOf, formatCount, formatMean } from '../format-credits.js';
import type { PeriodOverview } from '../period-overview.js';
import { MostExpensiveCard } from './most-expensive-card.js';
import { PriceListCard } from './price-list-card.js';
import { StatCard } from './stat-card.js';
import { TotalCard } from './total-card.js';

const describeQuestions = ({ fromQuestions, questions }: PeriodOverview): string =>
  questions === 0 ? 'No questions' : `${formatMean(fromQuestions, questions)} per question`;

/**
 * The messages that match the filters in numbers. The cards are there before their numbers, so that
 * nothing moves.
 */
export const Overview = ({ dashboard }: { dashboard: Dashboard }) => {
  const { selection } = dashboard;
  const reports = selection && selection.messages - selection.questions;
  return (
    <section aria-labelledby="overview-title">
      <h2 id="overview-title" class="for-screen-readers">
        Overview
      </h2>
      <div class="overview" aria-busy={dashboard.isLoadingSelection}>
        <TotalCard dashboard={dashboard} />
        <StatCard
          name="Messages"
          value={selection && formatCount(selection.messages)}
          note={
            selection &&
            reports !== undefined &&
            `${countOf(reports, 'report')}, ${countOf(selection.questions, 'question')}`
          }
        />
        <StatCard
          name="Mean per message"
          value={selection && formatMean(selection.total, selection.messages)}
          note={selection && describeQuestions(selection)}
        />
        <MostExpensiveCard dashboard={dashboard} />
        <PriceListCard dashboard={dashboard} />
      </div>
    </section>
  );
};
