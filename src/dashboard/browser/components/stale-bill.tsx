import { h } from '../preact.js';
import type { Dashboard } from '../dashboard.js';
import { formatMinute } from '../format-time.js';
import { countOf } from '../format-credits.js';
import { explainProblem } from '../explain-problem.js';
import { SupportId } from './support-id.js';

/**
 * Says that the numbers below are those of an earlier reading, because asking again has failed or
 * the browser is offline. The live region exists before its text, because screen readers announce
 * only what is added.
 */
export const StaleBill = ({ dashboard }: { dashboard: Dashboard }) => {
  const isStale = dashboard.staleness.problem !== undefined || !navigator.onLine;
  return (
    <div role="status" class={isStale ? undefined : 'silent'}>
      {isStale && <Staleness dashboard={dashboard} />}
    </div>
  );
};

const Staleness = ({ dashboard }: { dashboard: Dashboard }) => {
  const { date, problem } = dashboard.staleness;
  return (
    <div class="stale">
      <p>
        <strong>
          {navigator.onLine ? 'Not up to date' : 'Offline'}
          {date &&
            `: the numbers are those of ${formatMinute(date.toISOString(), dashboard.view.timeZone)}, ${toAge(date)}`}
          .
        </strong>{' '}
        {problem && explainProblem(problem).join(' ')}{' '}
        {problem?.instance && (
          <span class="quiet">
            <SupportId id={problem.instance} />
          </span>
        )}
      </p>
      <button type="button" onClick={() => dashboard.refresh()}>
        Try again
      </button>
    </div>
  );
};

/** `3 minutes old`. */
const toAge = (date: Date): string => {
  const minutes = Math.floor((Date.now() - date.getTime()) / 60_000);
  if (minutes < 1) return 'less than a minute old';
  if (minutes < 120) return `${countOf(minutes, 'minute')} old`;
  return `${Math.floor(minutes / 60)} hours old`;
};
