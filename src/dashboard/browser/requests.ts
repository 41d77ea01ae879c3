import { getEntries, getJson } from './api.js';
import type { RateCards, Receipt, Summary, Totals } from './api.types.js';
import type { Bodies } from './dashboard.js';
import type { Period } from './period.js';
import type { Wanted } from './resource.js';
import { queryOf, type View } from './view.js';

export type Requests = { readonly [Name in keyof Bodies]: Wanted<Bodies[Name]> };

/**
 * What the view wants of the API, call by call. What the period narrows (a day is a stretch of it) is wanted later, when the
 * period of the view is there; what another price list would charge, when there is one of that id.
 */
export const requestsOf = (view: View, period: Period | undefined, cards: RateCards | undefined): Requests => {
  const filters = period && filterQueryOf(view, period);
  return {
    index: json('/'),
    cards: json('/v1/rate-cards'),
    summary: json(summaryPathOf(view)),
    dearest: json('/v1/usage?sort=-credits_used&limit=1'),
    listed: filters === undefined ? 'later' : listed(listQueryOf(view, filters), view.rows),
    totals: filters === undefined ? 'later' : totals(filters),
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

const listed = (query: string, rows: number): Requests['listed'] => ({
  key: `${query} ${rows}`,
  read: (signal) => getEntries(query, rows, signal),
});

/** One window would do: only the totals are read. */
const totals = (filters: string): Wanted<Totals> => {
  const path = `/v1/usage/summary?${['granularity=P1M', filters].filter(Boolean).join('&')}`;
  return {
    key: path,
    read: async (signal) => {
      const { body, at } = await getJson<Summary>(path, { signal });
      return { body: body.totals, at };
    },
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
