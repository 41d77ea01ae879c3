import { Fragment, h } from '../preact.js';
import type { Dashboard } from '../dashboard.js';
import { ChartPanel } from './chart-panel.js';
import { ErrorBoundary } from './error-boundary.js';
import { EstimateBox } from './estimate-box.js';
import { FilterBar } from './filter-bar.js';
import { FilterSummary } from './filter-summary.js';
import { KeyForm } from './key-form.js';
import { MessagesPanel } from './messages-panel.js';
import { NothingFound } from './nothing-found.js';
import { Notices } from './notices.js';
import { Overview } from './overview.js';
import { PageFailure } from './page-failure.js';
import { PriceLists } from './price-lists.js';
import { PrintedView } from './printed-view.js';
import { ReceiptDrawer } from './receipt-drawer.js';
import { SampleNotice } from './sample-notice.js';
import { StaleBill } from './stale-bill.js';
import { StatementPage } from './statement-page.js';
import { TopBar } from './top-bar.js';
import { TopReports } from './top-reports.js';

/**
 * The whole page: the bar, and below it the key form if the service refused the key, else the
 * filters and what follows them.
 */
export const App = ({ dashboard }: { dashboard: Dashboard }) => {
  const { draws } = dashboard;
  if (dashboard.view.page === 'statement' && !dashboard.needsKey) {
    return (
      <ErrorBoundary name="The statement" resetKey={draws}>
        <StatementPage dashboard={dashboard} />
      </ErrorBoundary>
    );
  }
  return (
    <>
      <a class="skip" href="#main" onClick={skipToMain}>
        Skip to the numbers
      </a>
      <ErrorBoundary name="The bar" resetKey={draws}>
        <TopBar dashboard={dashboard} />
      </ErrorBoundary>
      <main class="page" id="main" tabIndex={-1}>
        <SampleNotice dashboard={dashboard} />
        <Notices dashboard={dashboard} />
        {dashboard.needsKey ? <KeyForm dashboard={dashboard} /> : <Content dashboard={dashboard} />}
      </main>
      <ErrorBoundary name="The receipt" resetKey={draws}>
        {!dashboard.needsKey && <ReceiptDrawer dashboard={dashboard} />}
      </ErrorBoundary>
    </>
  );
};

/** Without a hash in the URL, which would be one more view in the browser's history. */
const skipToMain = (event: Event): void => {
  event.preventDefault();
  document.getElementById('main')?.focus();
};

const Content = ({ dashboard }: { dashboard: Dashboard }) => {
  const { problem, body } = dashboard.slots.period.current ?? {};
  return (
    <>
      <ErrorBoundary name="The filters" resetKey={dashboard.draws}>
        <FilterBar dashboard={dashboard} />
        <FilterSummary dashboard={dashboard} />
        <PrintedView dashboard={dashboard} />
      </ErrorBoundary>
      <StaleBill dashboard={dashboard} />
      {problem && !body ? <PageFailure problem={problem} dashboard={dashboard} /> : <Panels dashboard={dashboard} />}
      <ErrorBoundary name="The estimate">
        <EstimateBox />
      </ErrorBoundary>
    </>
  );
};

const Panels = ({ dashboard }: { dashboard: Dashboard }) => {
  const { draws, selection, slots } = dashboard;
  const { problem, body } = slots.selection.current ?? {};
  if (problem && !body) return <PageFailure problem={problem} dashboard={dashboard} />;
  if (selection?.messages === 0 && !dashboard.isLoadingSelection) return <NothingFound dashboard={dashboard} />;
  return (
    <>
      <ErrorBoundary name="The overview" resetKey={draws}>
        <Overview dashboard={dashboard} />
      </ErrorBoundary>
      <div class="side-by-side">
        <ErrorBoundary name="The chart" resetKey={draws}>
          <ChartPanel dashboard={dashboard} />
        </ErrorBoundary>
        <ErrorBoundary name="The top reports" resetKey={draws}>
          <TopReports dashboard={dashboard} />
        </ErrorBoundary>
      </div>
      <ErrorBoundary name="The table" resetKey={draws}>
        <MessagesPanel dashboard={dashboard} />
      </ErrorBoundary>
      <ErrorBoundary name="The price lists" resetKey={draws}>
        <PriceLists dashboard={dashboard} />
      </ErrorBoundary>
    </>
  );
};
