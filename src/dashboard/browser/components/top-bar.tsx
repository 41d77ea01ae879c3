import { h } from '../preact.js';
import type { Dashboard } from '../dashboard.js';
import { formatMinute } from '../format-time.js';
import { PAGE_TITLE } from '../page-settings.js';
import { getSessionKey } from '../session-key.js';
import { ExportMenu } from './export-menu.js';
import { Icon } from './icon.js';

/** The bar that stays at the top: whose page it is, how old the bill is, and what can be done with it. */
export const TopBar = ({ dashboard }: { dashboard: Dashboard }) => (
  <header class="top-bar">
    <div class="top-bar-inner">
      <svg class="brand" viewBox="0 0 24 24" width="24" height="24" aria-hidden="true">
        <rect width="24" height="24" rx="6" />
        <path d="M6.500 17v-4M12 17V7m5.500 10v-7" />
      </svg>
      <h1 translate={false}>{PAGE_TITLE}</h1>
      {!dashboard.refusal && <Actions dashboard={dashboard} />}
      {getSessionKey() !== undefined && (
        <button type="button" class="action" onClick={() => dashboard.useKey(undefined)}>
          <Icon name="key" />
          <span class="action-name">Forget the key</span>
        </button>
      )}
    </div>
  </header>
);

const Actions = ({ dashboard }: { dashboard: Dashboard }) => {
  const { date, isLoading } = dashboard.slots.period.current ?? {};
  return (
    <div class="actions">
      <p class="as-of" translate={false}>
        {date ? `As of ${formatMinute(date.toISOString(), dashboard.view.timeZone)}` : '\u00a0'}
      </p>
      <button type="button" class="action" disabled={isLoading} onClick={() => dashboard.refresh()}>
        <Icon name="refresh" />
        <span class="action-name">Refresh</span>
      </button>
      <ExportMenu dashboard={dashboard} />
      <button type="button" class="action" onClick={() => dashboard.show({ page: 'statement', receipt: undefined })}>
        <Icon name="print" />
        <span class="action-name">Print statement</span>
      </button>
    </div>
  );
};
