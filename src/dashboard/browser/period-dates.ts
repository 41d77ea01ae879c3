import type { LedgerPeriod } from './api.types.js';
import { formatDateRange, toLocalDate } from './format-time.js';

/**
 * `2 – 15 Mar 2026`: the dates of the first and the last message of a period in a time zone; its id
 * if it has no message.
 */
export const formatPeriod = (period: LedgerPeriod, timeZone: string): string => {
  const { id, first_message_at: first, last_message_at: last } = period;
  return first === undefined || last === undefined
    ? id
    : formatDateRange(toLocalDate(first, timeZone), toLocalDate(last, timeZone));
};
