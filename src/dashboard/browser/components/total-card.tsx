import { Fragment, h } from '../preact.js';
import type { Credits } from '../../../pricing/credits.js';
import type { Dashboard } from '../dashboard.js';
import { formatPercent, toText } from '../format-credits.js';
import { formatDays } from '../period-dates.js';
import type { PeriodOverview } from '../period-overview.js';
import { CompletenessBadge } from './completeness-badge.js';
import { Figure } from './figure.js';
import { ShareBar } from './share-bar.js';
import { TotalChange } from './total-change.js';

/** The credits used, how they compare with the period before, and where they went. */
export const TotalCard = ({ dashboard }: { dashboard: Dashboard }) => {
  const { selection } = dashboard;
  return (
    <div class="card total-card">
      <div class="card-head">
        <h3>
          Credits used{' '}
          <span class="total-dates" translate={false}>
            {selection && formatDays(selection.days)}
          </span>
        </h3>
        <CompletenessBadge dashboard={dashboard} />
      </div>
      <p class={selection ? 'value' : 'value skeleton'}>
        {selection ? <Figure value={toText(selection.total)} /> : '\u00a0'}
      </p>
      <p class="note">{selection ? <TotalChange dashboard={dashboard} /> : '\u00a0'}</p>
      {selection ? <Shares selection={selection} /> : <p class="skeleton shares">{'\u00a0'}</p>}
    </div>
  );
};

const Shares = ({ selection }: { selection: PeriodOverview }) => (
  <>
    <ShareBar part={selection.fromReports} whole={selection.total} />
    <dl class="shares">
      <Share class="reports" name="Reports" amount={selection.fromReports} whole={selection.total} />
      <Share class="questions" name="Questions" amount={selection.fromQuestions} whole={selection.total} />
    </dl>
  </>
);

interface ShareProps {
  readonly class: string;
  readonly name: string;
  readonly amount: Credits;
  readonly whole: Credits;
}

const Share = ({ class: kind, name, amount, whole }: ShareProps) => (
  <div class={kind}>
    <dt>{name}</dt>
    <dd translate={false}>
      {toText(amount)} <span class="quiet">{formatPercent(amount, whole)}</span>
    </dd>
  </div>
);
