import { h } from '../preact.js';
import type { PeriodStatus } from '../api.types.js';
import type { Dashboard } from '../dashboard.js';
import { formatPeriod } from '../period-dates.js';
import { NO_FILTERS } from '../view.js';

/** What the states of a period are called. */
export const STATUS_NAMES: Readonly<Record<PeriodStatus, string>> = {
  open: 'open',
  grace: 'in grace',
  closed: 'closed',
};

/** Picks a billing period of the ledger. Draws nothing if the service has no ledger. */
export const PeriodPicker = ({ dashboard }: { dashboard: Dashboard }) => {
  const { view, slots, ledgerPeriod } = dashboard;
  const periods = slots.periods.current?.body?.periods;
  if (!periods) return undefined;
  const isCurrentAlone = !periods.some(({ status }) => status === 'open');
  return (
    <label class="chip period">
      <span class="chip-name">Period</span>
      <select
        value={ledgerPeriod?.id ?? ''}
        translate={false}
        onChange={({ currentTarget: { value } }) => {
          const period = periods.find(({ id }) => id === value);
          if (period) dashboard.choosePeriod(period);
          else dashboard.show({ ...NO_FILTERS, receipt: undefined, period: undefined });
        }}
      >
        {isCurrentAlone && <option value="">Current</option>}
        {periods.map((period) => (
          <option key={period.id} value={period.id}>
            {formatPeriod(period, view.timeZone)} ({STATUS_NAMES[period.status]})
          </option>
        ))}
      </select>
    </label>
  );
};
