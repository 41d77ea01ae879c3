import { h } from '../preact.js';
import type { Dashboard } from '../dashboard.js';
import { keptKey } from '../session-key.js';
import { toFullDay, toMinute } from '../format-time.js';
import { TimeZonePicker } from './time-zone-picker.js';

export const Header = ({ dashboard }: { dashboard: Dashboard }) => {
  const { body: index, problem } = dashboard.slots.index.current ?? {};
  return (
    <header>
      {index?.sample_data && (
        <p class="sample">
          <strong>Sample data.</strong> This is the period that comes with the service, not a bill.
        </p>
      )}
      {problem && <p class="sample">Whether this is sample data could not be read: {problem.title}.</p>}
      <h1>Credit Usage Dashboard</h1>
      {!dashboard.refusal && <Facts dashboard={dashboard} />}
    </header>
  );
};

const Facts = ({ dashboard }: { dashboard: Dashboard }) => {
  const { timeZone } = dashboard.view;
  const { at, isLoading } = dashboard.slots.summary.current ?? {};
  return (
    <div class="facts">
      <p class="dates" translate={false}>
        {datesOf(dashboard)}
      </p>
      <TimeZonePicker timeZone={timeZone} choose={(zone) => dashboard.show({ timeZone: zone })} />
      <p class="as-of">
        {at ? `As of ${toMinute(at.toISOString(), timeZone)}` : 'Reading the period …'}{' '}
        <button type="button" disabled={isLoading} onClick={() => dashboard.refresh()}>
          Refresh
        </button>
      </p>
      {keptKey() !== undefined && (
        <button type="button" onClick={() => dashboard.useKey(undefined)}>
          Forget the key
        </button>
      )}
    </div>
  );
};

/** The dates from the first message to the last; a space that keeps its line where there are none. */
const datesOf = ({ period }: Dashboard): string => {
  const [first, last] = [period?.days[0], period?.days.at(-1)];
  if (!first || !last) return '\u00a0';
  return first === last ? toFullDay(first.date) : `${toFullDay(first.date)} – ${toFullDay(last.date)}`;
};
