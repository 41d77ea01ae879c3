import { Fragment, h } from '../preact.js';
import type { Dashboard } from '../dashboard.js';
import { DEFAULT_VIEW } from '../view.js';
import { Cards } from './cards.js';
import { ComparisonPanel } from './comparison-panel.js';
import { EstimateBox } from './estimate-box.js';
import { Failure } from './failure.js';
import { Filters } from './filters.js';
import { Header } from './header.js';
import { KeyForm } from './key-form.js';
import { Notices } from './notices.js';
import { ReceiptDrawer } from './receipt-drawer.js';
import { TakeAway } from './take-away.js';
import { UsageChart } from './usage-chart.js';
import { UsageTable } from './usage-table.js';

/** The page. Without the period nothing of it can be shown but why, and what works without it. */
export const App = ({ dashboard }: { dashboard: Dashboard }) => {
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
      <Header dashboard={dashboard} />
      <main>
        <Notices dashboard={dashboard} />
        {problem ? (
          <Failure problem={problem} retry={() => dashboard.refresh()} />
        ) : (
          <PeriodPanels dashboard={dashboard} />
        )}
        <EstimateBox />
      </main>
      <ReceiptDrawer dashboard={dashboard} />
    </>
  );
};

const PeriodPanels = ({ dashboard }: { dashboard: Dashboard }) => {
  const { period } = dashboard;
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
      <Cards dashboard={dashboard} />
      <UsageChart
        days={period?.days ?? []}
        hasGaps={period?.windows === 'occupied'}
        timeZone={dashboard.view.timeZone}
        chosen={dashboard.view.day}
        choose={(day) => dashboard.show({ day, rows: DEFAULT_VIEW.rows })}
      />
      <section class="panel" aria-labelledby="messages">
        <h2 id="messages">Messages</h2>
        <Filters dashboard={dashboard} />
        <UsageTable dashboard={dashboard} />
        <TakeAway dashboard={dashboard} />
      </section>
      <ComparisonPanel dashboard={dashboard} />
    </>
  );
};
