import { h } from '../preact.js';
import type { Dashboard } from '../dashboard.js';
import { formatDateRange } from '../format-time.js';

/** In print, the values of the controls that paper cannot show: the period's dates and the time zone. */
export const PrintedView = ({ dashboard: { view, period, ledgerPeriod } }: { dashboard: Dashboard }) => {
  const [first, last] = [period?.days[0], period?.days.at(-1)];
  return (
    <p class="print-only">
      {ledgerPeriod ? `Period ${ledgerPeriod.id} (${ledgerPeriod.status})` : 'Current period'}
      {first && last && `, ${formatDateRange(first.date, last.date)}`}, time zone {view.timeZone}
    </p>
  );
};
