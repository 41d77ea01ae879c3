import { addDays, compareDates } from './calendar.js';
import type { Day, PeriodOverview } from './period-overview.js';
import { joinQueries, toQuery } from './query.js';
import type { View } from './view.js';

/** Path of the summary of a whole period by day, basis and report. */
export const toPeriodPath = ({ period, timeZone }: View): string =>
  `/v1/usage/summary?${toQuery({ granularity: 'P1D', group_by: 'basis,report', time_zone: timeZone, period })}`;

/** Path of the summary by day, basis and report of the messages that match the filters. */
export const toSelectionPath = (view: View, filters: string): string => joinQueries(toPeriodPath(view), filters);

/** Path of a comparison; with the card in the body of a POST if `candidate` is `undefined`. */
export const toComparisonPath = (candidate: string | undefined, { timeZone, period }: View): string =>
  `/v1/usage/comparison?${toQuery({ candidate, time_zone: timeZone, period })}`;

/**
 * Path of a message's receipt with the spans of its charges; by the billing rate card if none is
 * named.
 */
export const toReceiptPath = (id: number, { period }: View, rateCard?: string): string =>
  `/v1/usage/${id}/receipt?${toQuery({ spans: 'true', period, rate_card: rateCard })}`;

/** The view's filters as query parameters of the API: dates become the bounds of their days. */
export const toFilterQuery = (view: View, days: PeriodOverview['days']): string =>
  toQuery({
    ...toBounds(view, days),
    basis: view.basis,
    report_id: view.report,
    message_id: view.message,
    min_credits: view.atLeast,
  });

/** The last date that the API takes as a bound. */
const LAST_DATE = '9999-12-31';

/**
 * The half-open interval of the chosen dates. It ends where the days of the period end, because the
 * API refuses an interval of too many days; dates outside the period become an interval of one day.
 */
const toBounds = ({ from, to }: View, days: readonly Day[]): { from?: string; to?: string } => {
  if (from === undefined && to === undefined) return {};
  const inside = days.filter(({ date }) => isWithin(date, from, to));
  const [first, last] = [inside[0], inside.at(-1)];
  if (first && last) return { from: first.from, to: last.to };
  const outside = from ?? to ?? '';
  return compareDates(outside, LAST_DATE) < 0 ? { from: outside, to: addDays(outside, 1) } : { from: LAST_DATE };
};

/** Whether a date is neither before `from` nor after `to`. */
const isWithin = (date: string, from: string | undefined, to: string | undefined): boolean =>
  (from === undefined || compareDates(date, from) >= 0) && (to === undefined || compareDates(date, to) <= 0);

/** The period, the filters and the sort order: the query of the table's rows, and of the files. */
export const toListQuery = ({ period, sort }: View, filters: string): string =>
  joinQueries(toQuery({ period }), filters, sort.length > 0 && `sort=${sort.join(',')}`);
