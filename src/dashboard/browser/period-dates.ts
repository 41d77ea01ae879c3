import type { LedgerPeriod } from './api.types.js';
import { formatDateRange, toLocalDate } from './format-time.js';
import type { Day } from './period-overview.js';

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

/** `2 – 15 Mar 2026`: from the first to the last of these days; `undefined` if there is none. */
export const formatDays = (days: readonly Day[]): string | undefined => {
  const [first, last] = [days[0], days.at(-1)];
  return first && last && formatDateRange(first.date, last.date);
};
