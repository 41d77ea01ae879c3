import { getJson } from './api.js';
import type { Comparison, RateCards, Receipt, ServiceIndex, Summary, UsagePage } from './api.types.js';
import { getListing, type Listing } from './listing.js';
import { type Period, periodOf } from './period-overview.js';
import type { Wanted } from './slot.js';
import { queryOf, type View } from './view.js';

/** What the page reads of the API. */
export interface Bodies {
  index: ServiceIndex;
  cards: RateCards;
  summary: Period;
  dearest: UsagePage;
  listed: Listing;
  receipts: readonly Receipt[];
  candidateReceipts: readonly Receipt[];
  comparison: Comparison;
}

export type Requests = { readonly [Name in keyof Bodies]: Wanted<Bodies[Name]> };

/**
 * What the view wants of the API, call by call. What the period narrows (a day is a stretch of it) is wanted later, when the
 * period of the view is there; what another price list would charge, when there is one of that id.
 */
export const requestsOf = (
  view: View,
  period: Period | undefined,
  cards: RateCards | undefined,
  billChanged: () => void,
): Requests => {
  const filters = period && filterQueryOf(view, period);
  return {
    index: json('/'),
    cards: json('/v1/rate-cards'),
    summary: periods(summaryPathOf(view)),
    dearest: json('/v1/usage?sort=-credits_used&limit=1'),
    listed: filters === undefined ? 'later' : listings(view, filters, billChanged),
    receipts: view.receipt === undefined ? undefined : receipts(receiptPathOf(view.receipt)),
    ...requestsOfCandidate(view, cards),
  };
};

const requestsOfCandidate = (
  { candidate, receipt, timeZone }: View,
  cards: RateCards | undefined,
): Pick<Requests, 'candidateReceipts' | 'comparison'> => {
  if (candidate === undefined) return { candidateReceipts: undefined, comparison: undefined };
  if (!cards) return { candidateReceipts: 'later', comparison: 'later' };
  return {
    candidateReceipts: receipt === undefined ? undefined : receipts(receiptPathOf(receipt, candidate)),
    comparison: json(comparisonPathOf(candidate, timeZone)),
  };
};

const summaryPathOf = ({ timeZone }: View): string =>
  `/v1/usage/summary?${queryOf({ granularity: 'P1D', group_by: 'basis,report', time_zone: timeZone })}`;

const comparisonPathOf = (candidate: string, timeZone: string): string =>
  `/v1/usage/comparison?${queryOf({ candidate, time_zone: timeZone })}`;

export const receiptPathOf = (id: number, rateCard?: string): string =>
  `/v1/usage/${id}/receipt?${queryOf({ spans: 'true', rate_card: rateCard })}`;

/** The filters of the view as the API has them. */
export const filterQueryOf = (view: View, period: Period): string => {
  const day = period.days.find(({ date }) => date === view.day);
  return queryOf({
    from: day?.from,
    to: day?.to,
    basis: view.basis,
    report_id: view.report,
    message_id: view.message,
  });
};

/** The filters and the order: the whole list that the table shows the top of, and the query of its files. */
export const listQueryOf = ({ sort }: View, filters: string): string =>
  [filters, sort.length > 0 && `sort=${sort.join(',')}`].filter(Boolean).join('&');

const json = <Body>(path: string): Wanted<Body> => ({ key: path, read: (signal) => getJson<Body>(path, { signal }) });

const periods = (path: string): Wanted<Period> => ({
  key: path,
  read: async (signal) => {
    const { body, at } = await getJson<Summary>(path, { signal });
    return { body: periodOf(body), at };
  },
});

const listings = (view: View, filters: string, billChanged: () => void): Requests['listed'] => {
  const query = listQueryOf(view, filters);
  return {
    key: `${query} ${view.rows}`,
    read: (signal) => getListing({ filters, query, rows: view.rows, billChanged }, signal),
  };
};

/** An id that upstream sent twice has two receipts. */
const receipts = (path: string): Wanted<readonly Receipt[]> => ({
  key: path,
  read: async (signal) => {
    const { body, at } = await getJson<Receipt | { receipts: readonly Receipt[] }>(path, { signal });
    return { body: 'receipts' in body ? body.receipts : [body], at };
  },
});
