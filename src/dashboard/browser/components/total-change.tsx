import { Fragment, h } from '../preact.js';
import { credits, isLess, minus, ZERO } from '../../../pricing/credits.js';
import type { LedgerPeriod } from '../api.types.js';
import type { Dashboard } from '../dashboard.js';
import { formatPercent, toText } from '../format-credits.js';
import { formatPeriod } from '../period-dates.js';
import { countFilters } from '../view.js';

/**
 * How the total compares with that of the period before: only for whole periods, and only where the
 * ledger has both.
 */
export const TotalChange = ({ dashboard }: { dashboard: Dashboard }) => {
  const { view, period } = dashboard;
  const before = findPeriodBefore(dashboard);
  if (countFilters(view) > 0) return <>for the filters above</>;
  if (!before || !period) return <>in this billing period</>;
  const previous = credits(before.credits_used);
  const isMore = isLess(previous, period.total);
  const change = isMore ? minus(period.total, previous) : minus(previous, period.total);
  const dates = formatPeriod(before, view.timeZone);
  if (!isLess(ZERO, previous)) return <>nothing was used in {dates}</>;
  return (
    <>
      <strong class="change" translate={false}>
        {isMore ? '▲' : '▼'} {formatPercent(change, previous)}
      </strong>
      {isMore ? ' more' : ' less'} than the <span translate={false}>{toText(previous)}</span> of {dates}
    </>
  );
};

const findPeriodBefore = ({ slots, ledgerPeriod }: Dashboard): LedgerPeriod | undefined => {
  const periods = slots.periods.current?.body?.periods ?? [];
  return ledgerPeriod && periods[periods.indexOf(ledgerPeriod) + 1];
};
