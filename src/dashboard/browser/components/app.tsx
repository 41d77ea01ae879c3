import { Fragment, h } from '../preact.js';
import type { Dashboard } from '../dashboard.js';
import type { Day } from '../period-overview.js';
import { DEFAULT_VIEW } from '../view.js';
import { Cards } from './period-totals.js';
import { ComparisonPanel } from './comparison-panel.js';
import { EstimateBox } from './estimate-box.js';
import { Failure } from './failure.js';
import { Filters } from './filters.js';
import { Header } from './header.js';
import { KeyForm } from './key-form.js';
import { Notices } from './notices.js';
import { Part } from './error-boundary.js';
import { ReceiptDrawer } from './receipt-drawer.js';
import { TakeAway } from './export-links.js';
import { UsageChart } from './usage-chart.js';
import { UsageTable } from './usage-table.js';

/** The page. Without the period nothing of it can be shown but why, and what works without it. */
export const App = ({ dashboard }: { dashboard: Dashboard }) => {
  const { draws } = dashboard;
  const { problem } = dashboard.slots.summary.current ?? {};
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
      <Part name="The head of the page" of={draws}>
        <Header dashboard={dashboard} />
      </Part>
      <main>
        <Notices dashboard={dashboard} />
        {problem ? (
          <Failure problem={problem} retry={() => dashboard.refresh()} />
        ) : (
          <PeriodPanels dashboard={dashboard} />
        )}
        <Part name="The estimate">
          <EstimateBox />
        </Part>
      </main>
      <Part name="The receipt" of={draws}>
        <ReceiptDrawer dashboard={dashboard} />
      </Part>
    </>
  );
};

const NO_DAYS: readonly Day[] = [];

const PeriodPanels = ({ dashboard }: { dashboard: Dashboard }) => {
  const { draws, period, view } = dashboard;
  if (period?.messages === 0) {
    return (
      <section class="panel" aria-labelledby="nothing">
        <h2 id="nothing">Nothing was used yet</h2>
        <p>The current billing period has no messages. They appear here as soon as there are some.</p>
      </section>
    );
  }
  return (
    <>
      <Part name="The totals" of={draws}>
        <Cards dashboard={dashboard} />
      </Part>
      <Part name="The chart" of={draws}>
        <UsageChart
          days={period?.days ?? NO_DAYS}
          hasGaps={period?.windows === 'occupied'}
          timeZone={view.timeZone}
          chosen={view.day}
          choose={(day) => dashboard.show({ day, rows: DEFAULT_VIEW.rows })}
        />
      </Part>
      <section class="panel" aria-labelledby="messages">
        <h2 id="messages">Messages</h2>
        <Part name="The filters" of={draws}>
          <Filters dashboard={dashboard} />
        </Part>
        <Part name="The table" of={draws}>
          <UsageTable dashboard={dashboard} />
        </Part>
        <TakeAway dashboard={dashboard} />
      </section>
      <Part name="The comparison" of={draws}>
        <ComparisonPanel dashboard={dashboard} />
      </Part>
    </>
  );
};
