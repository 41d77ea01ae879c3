import type { PeriodOverview } from './period-overview.js';
import { toQuery, type View } from './view.js';

/**
 * Path of the summary by day, basis and report, from which the page adds up its totals and its
 * chart.
 */
export const toSummaryPath = ({ timeZone }: View): string =>
  `/v1/usage/summary?${toQuery({ granularity: 'P1D', group_by: 'basis,report', time_zone: timeZone })}`;

/** Path of a comparison; with the card in the body of a POST if `candidate` is `undefined`. */
export const toComparisonPath = (candidate: string | undefined, timeZone: string): string =>
  `/v1/usage/comparison?${toQuery({ candidate, time_zone: timeZone })}`;

/**
 * Path of a message's receipt with the spans of its charges; by the billing rate card if none is
 * named.
 */
export const toReceiptPath = (id: number, rateCard?: string): string =>
  `/v1/usage/${id}/receipt?${toQuery({ spans: 'true', rate_card: rateCard })}`;

/** The view's filters as query parameters of the API: a day becomes the bounds of its window. */
export const toFilterQuery = (view: View, period: PeriodOverview): string => {
  const day = period.days.find(({ date }) => date === view.day);
  return toQuery({
    from: day?.from,
    to: day?.to,
    basis: view.basis,
    report_id: view.report,
    message_id: view.message,
  });
};

/**
 * The filters and the sort order: the query of the table's rows, and of the files with the whole
 * list.
 */
export const toListQuery = ({ sort }: View, filters: string): string =>
  joinQueries(filters, sort.length > 0 && `sort=${sort.join(',')}`);

/** The queries joined with `&`, without those that are empty or missing. */
export const joinQueries = (...queries: readonly (string | false | undefined)[]): string =>
  queries.filter(Boolean).join('&');
