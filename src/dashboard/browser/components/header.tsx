import { h } from '../preact.js';
import type { Dashboard } from '../dashboard.js';
import { formatFullDate, formatMinute } from '../format-time.js';
import { getSessionKey } from '../session-key.js';
import { TimeZonePicker } from './time-zone-picker.js';

/**
 * The title, a notice if the data is the bundled sample, and the period's dates with their
 * controls.
 */
export const Header = ({ dashboard }: { dashboard: Dashboard }) => {
  const { body: index, problem } = dashboard.slots.index.current ?? {};
  return (
    <header>
      {index?.sample_data && (
        <p class="sample">
          <strong>Sample data.</strong> This is the period bundled with the service, not a real bill.
        </p>
      )}
      {problem && <p class="sample">Could not find out whether this is sample data: {problem.title}.</p>}
      <h1>Credit Usage Dashboard</h1>
      {!dashboard.refusal && <Facts dashboard={dashboard} />}
    </header>
  );
};

const Facts = ({ dashboard }: { dashboard: Dashboard }) => {
  const { timeZone } = dashboard.view;
  const { date, isLoading } = dashboard.slots.period.current ?? {};
  return (
    <div class="facts">
      <p class="dates" translate={false}>
        {formatDates(dashboard)}
      </p>
      <TimeZonePicker timeZone={timeZone} choose={(zone) => dashboard.show({ timeZone: zone })} />
      <p class="as-of">
        {date ? `As of ${formatMinute(date.toISOString(), timeZone)}` : 'Loading the period …'}{' '}
        <button type="button" disabled={isLoading} onClick={() => dashboard.refresh()}>
          Refresh
        </button>
      </p>
      {getSessionKey() !== undefined && (
        <button type="button" onClick={() => dashboard.useKey(undefined)}>
          Forget the key
        </button>
      )}
    </div>
  );
};

/**
 * The first and the last date with messages; a non-breaking space, which keeps the line's height,
 * if there is none.
 */
const formatDates = ({ period }: Dashboard): string => {
  const [first, last] = [period?.days[0], period?.days.at(-1)];
  if (!first || !last) return '\u00a0';
  return first === last ? formatFullDate(first.date) : `${formatFullDate(first.date)} – ${formatFullDate(last.date)}`;
};
