import { Fragment, h } from '../preact.js';
import type { Dashboard } from '../dashboard.js';
import { ChartModes } from './chart-modes.js';
import { Measured } from './measured.js';
import { PeriodChart } from './period-chart.js';
import { UsageChart } from './usage-chart.js';

/** The chart of the messages that match the filters, or of all periods of the ledger. */
export const ChartPanel = ({ dashboard }: { dashboard: Dashboard }) => {
  const { view } = dashboard;
  const isHistory = view.chart === 'periods';
  return (
    <section class="panel chart" aria-labelledby="chart-title">
      <div class="panel-head">
        <h2 id="chart-title">{isHistory ? 'Credits by period' : 'Credits over time'}</h2>
        <ul class="legend" aria-hidden="true">
          {isHistory ? (
            <li class="whole">All messages</li>
          ) : (
            [<li class="reports">Reports</li>, <li class="questions">Questions</li>]
          )}
        </ul>
        <ChartModes dashboard={dashboard} />
      </div>
      {isHistory ? <History dashboard={dashboard} /> : <Selection dashboard={dashboard} />}
    </section>
  );
};

/** As high as the chart with its hint. */
const Skeleton = () => (
  <>
    <div class="skeleton plot" />
    <p class="day-details" />
  </>
);

const Selection = ({ dashboard }: { dashboard: Dashboard }) => {
  const { selection, view } = dashboard;
  if (!selection) return <Skeleton />;
  return (
    <Measured
      draw={(width) => (
        <UsageChart
          days={selection.days}
          hasGaps={selection.windows === 'occupied'}
          timeZone={view.timeZone}
          from={view.from}
          to={view.to}
          width={width}
          choose={dashboard.chooseDates}
        />
      )}
    />
  );
};

const History = ({ dashboard }: { dashboard: Dashboard }) => {
  const periods = dashboard.slots.periods.current?.body?.periods;
  if (!periods) return <Skeleton />;
  return (
    <PeriodChart
      periods={periods}
      timeZone={dashboard.view.timeZone}
      shown={dashboard.ledgerPeriod?.id}
      choose={dashboard.choosePeriod}
    />
  );
};
