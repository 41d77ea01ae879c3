import { toAmount } from '../billing/amount.js';
import type { LedgerPeriod } from '../billing/ledger-period.js';
import type { PeriodDetailsDto } from './period-details.dto.js';
import type { PeriodDto } from './periods.dto.js';

/** A period for the list of periods. Undefined members are left out of the answer. */
export const toPeriodDto = (period: LedgerPeriod): PeriodDto => ({
  id: period.id,
  status: period.status,
  first_message_at: period.firstMessageAt,
  last_message_at: period.lastMessageAt,
  messages: period.messages,
  missing: period.missing,
  credits_used: toAmount(period.credits),
  adjustments: toAmount(period.adjustments),
  digest: period.digest === undefined ? undefined : `sha256:${period.digest}`,
  closed_at: period.closedAt,
});

/** A period with its history. Undefined members are left out of the answer. */
export const toPeriodDetailsDto = (period: LedgerPeriod): PeriodDetailsDto => {
  const { applied, held, past, last } = period.readings;
  return {
    ...toPeriodDto(period),
    previous: period.previous,
    rolled_over: period.rolledOver,
    closes_at: period.closesAt,
    looks_like_window: period.looksLikeWindow || undefined,
    readings: { applied, held, past, last_number: last, confirmed_at: period.confirmedAt },
    changes: period.changes,
    rate_cards: period.rateCards,
    manifest: period.manifest,
  };
};
