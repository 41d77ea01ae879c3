import { Fragment, h } from '../preact.js';
import type { Dashboard } from '../dashboard.js';
import type { Day } from '../period-overview.js';
import { DEFAULT_VIEW } from '../view.js';

import { ErrorBoundary } from './error-boundary.js';
import { EstimateBox } from './estimate-box.js';
import { ExportLinks } from './export-links.js';
import { Failure } from './failure.js';
import { Filters } from './filters.js';
import { Header } from './header.js';
import { KeyForm } from './key-form.js';
import { Notices } from './notices.js';
import { PeriodTotals } from './period-totals.js';
import { PriceLists } from './price-lists.js';
import { ReceiptDrawer } from './receipt-drawer.js';
import { UsageChart } from './usage-chart.js';
import { UsageTable } from './usage-table.js';

/**
 * The whole page: the key form if the service refused the key, else the header, the period's panels
 * and the estimate.
 */
export const App = ({ dashboard }: { dashboard: Dashboard }) => {
  const { draws } = dashboard;
  const { problem } = dashboard.slots.period.current ?? {};
  if (dashboard.refusal) {
    return (
      <>
        <Header dashboard={dashboard} />
        <main>
          <KeyForm dashboard={dashboard} />
        </main>
      </>
    );
  }
  return (
    <>
      <ErrorBoundary name="The header" resetKey={draws}>
        <Header dashboard={dashboard} />
      </ErrorBoundary>
      <main>
        <Notices dashboard={dashboard} />
        {problem ? (
          <Failure problem={problem} retry={() => dashboard.refresh()} />
        ) : (
          <PeriodPanels dashboard={dashboard} />
        )}
        <ErrorBoundary name="The estimate">
          <EstimateBox />
        </ErrorBoundary>
      </main>
      <ErrorBoundary name="The receipt" resetKey={draws}>
        <ReceiptDrawer dashboard={dashboard} />
      </ErrorBoundary>
    </>
  );
};

const NO_DAYS: readonly Day[] = [];

const PeriodPanels = ({ dashboard }: { dashboard: Dashboard }) => {
  const { draws, period, view } = dashboard;
  if (period?.messages === 0) {
    return (
      <section class="panel" aria-labelledby="no-usage">
        <h2 id="no-usage">No usage yet</h2>
        <p>The current billing period has no messages so far.</p>
      </section>
    );
  }
  return (
    <>
      <ErrorBoundary name="The totals" resetKey={draws}>
        <PeriodTotals dashboard={dashboard} />
      </ErrorBoundary>
      <ErrorBoundary name="The chart" resetKey={draws}>
        <UsageChart
          days={period?.days ?? NO_DAYS}
          hasGaps={period?.windows === 'occupied'}
          timeZone={view.timeZone}
          chosen={view.day}
          choose={(day) => dashboard.show({ day, rows: DEFAULT_VIEW.rows })}
        />
      </ErrorBoundary>
      <section class="panel" aria-labelledby="messages">
        <h2 id="messages">Messages</h2>
        <ErrorBoundary name="The filters" resetKey={draws}>
          <Filters dashboard={dashboard} />
        </ErrorBoundary>
        <ErrorBoundary name="The table" resetKey={draws}>
          <UsageTable dashboard={dashboard} />
        </ErrorBoundary>
        <ExportLinks dashboard={dashboard} />
      </section>
      <ErrorBoundary name="The price lists" resetKey={draws}>
        <PriceLists dashboard={dashboard} />
      </ErrorBoundary>
    </>
  );
};
