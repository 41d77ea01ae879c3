import { h } from '../preact.js';
import type { LedgerPeriod } from '../api.types.js';
import type { Dashboard } from '../dashboard.js';
import { countOf } from '../format-credits.js';
import { STATUS_NAMES } from './period-picker.js';

/** Whether the numbers are final, and what is known to be missing from them; nothing without a ledger. */
export const CompletenessBadge = ({ dashboard }: { dashboard: Dashboard }) => {
  const { ledgerPeriod, slots } = dashboard;
  if (!ledgerPeriod) return undefined;
  const held = ledgerPeriod.status === 'open' ? (slots.held.current?.body?.readings.length ?? 0) : 0;
  return (
    <ul class="pills" aria-label="Completeness">
      <li class={ledgerPeriod.status === 'closed' ? 'pill good' : 'pill'} title={MEANINGS[ledgerPeriod.status]}>
        {toSentence(ledgerPeriod)}
      </li>
      {held > 0 && (
        <li class="pill warning" title="They fit no rule and wait for a decision: see /v1/readings?outcome=held">
          {countOf(held, 'reading')} held
        </li>
      )}
      {ledgerPeriod.missing > 0 && (
        <li class="pill warning" title="Upstream no longer sends them; they are still billed">
          {countOf(ledgerPeriod.missing, 'message')} missing
        </li>
      )}
    </ul>
  );
};

const MEANINGS: Readonly<Record<LedgerPeriod['status'], string>> = {
  open: 'Messages are still added',
  grace: 'The period has ended, and is still revised',
  closed: 'The same for ever',
};

const toSentence = ({ status }: LedgerPeriod): string =>
  `${(STATUS_NAMES[status][0] ?? '').toUpperCase()}${STATUS_NAMES[status].slice(1)}`;
