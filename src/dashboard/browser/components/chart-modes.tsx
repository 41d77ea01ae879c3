import { h } from '../preact.js';
import type { Dashboard } from '../dashboard.js';

/** Switches between this period and all of them; nothing while the ledger has one or none. */
export const ChartModes = ({ dashboard }: { dashboard: Dashboard }) => {
  const { view, slots } = dashboard;
  const count = slots.periods.current?.body?.periods.length ?? 0;
  if (count < 2 && view.chart === undefined) return undefined;
  return (
    <div class="modes" role="group" aria-label="What the chart shows">
      <button
        type="button"
        aria-pressed={view.chart === undefined}
        onClick={() => dashboard.show({ chart: undefined })}
      >
        This period
      </button>
      <button
        type="button"
        aria-pressed={view.chart === 'periods'}
        onClick={() => dashboard.show({ chart: 'periods' })}
      >
        All periods
      </button>
    </div>
  );
};
