import { h } from '../preact.js';
import type { Dashboard } from '../dashboard.js';
import { toReportName } from '../filters-in-words.js';
import { countOf, formatPercent, toText } from '../format-credits.js';
import { type ReportUsage, toTopReports } from '../top-reports.js';
import { ShareBar } from './share-bar.js';
import type { Credits } from '../../../pricing/credits.js';

/** How many reports are listed; the filter has all of them. */
const LISTED_MAX = 6;

/** The reports that cost most, as bars. A click filters the page by one, and another click no longer does. */
export const TopReports = ({ dashboard }: { dashboard: Dashboard }) => {
  const { selection, view } = dashboard;
  const all = selection ? toTopReports(selection.rows) : [];
  return (
    <section class="panel top-reports" aria-labelledby="top-reports-title">
      <div class="panel-head">
        <h2 id="top-reports-title">Top reports</h2>
        {all.length > LISTED_MAX && (
          <span class="quiet">
            {LISTED_MAX} of {all.length}
          </span>
        )}
      </div>
      {!selection && <p class="skeleton tall">{'\u00a0'}</p>}
      {selection && all.length === 0 && <p class="quiet">No report priced any of these messages.</p>}
      <ol>
        {all.slice(0, LISTED_MAX).map((usage) => (
          <TopReport
            key={usage.report.id}
            usage={usage}
            whole={selection?.total ?? usage.credits}
            most={all[0]?.credits ?? usage.credits}
            isChosen={usage.report.id === view.report}
            choose={(report) => dashboard.show({ report })}
          />
        ))}
      </ol>
    </section>
  );
};

interface TopReportProps {
  readonly usage: ReportUsage;
  /** Credits of all messages. */
  readonly whole: Credits;
  /** Credits of the first report, whose bar is the longest. */
  readonly most: Credits;
  readonly isChosen: boolean;
  readonly choose: (report: number | undefined) => void;
}

const TopReport = ({ usage: { report, credits, messages }, whole, most, isChosen, choose }: TopReportProps) => (
  <li>
    <button type="button" aria-pressed={isChosen} onClick={() => choose(isChosen ? undefined : report.id)}>
      <span class="report-head" translate={false}>
        <span class="report-name" dir="auto">
          {toReportName(report)}
        </span>
        <strong>{toText(credits)}</strong>
      </span>
      <ShareBar part={credits} whole={most} />
      <span class="quiet">
        {countOf(messages, 'message')}, {formatPercent(credits, whole)}
      </span>
    </button>
  </li>
);
