import { toComparisonPath, toPeriodPath, toReceiptPath, toSelectionPath } from './api-paths.js';
import { getJson } from './api.js';
import type {
  Comparison,
  HeldReadings,
  LedgerPeriods,
  RateCards,
  Receipt,
  ServiceIndex,
  Summary,
  UsagePage,
} from './api.types.js';
import { getListing, type Listing } from './listing.js';
import { HAS_LEDGER } from './page-settings.js';
import { type PeriodOverview, toPeriodOverview } from './period-overview.js';
import { joinQueries, toQuery } from './query.js';
import type { RequestInputs } from './request-inputs.js';
import type { SlotRequest } from './slot.js';
import { readStatement } from './statement/read-statement.js';
import type { StatementContent } from './statement/statement.types.js';
import type { View } from './view.js';

/** What the page reads of the API, by the name of its slot. */
export interface Bodies {
  index: ServiceIndex;
  rateCards: RateCards;
  periods: LedgerPeriods;
  held: HeldReadings;
  period: PeriodOverview;
  /** The messages that match the filters; empty while there is no filter. */
  selection: PeriodOverview;
  mostExpensive: UsagePage;
  listing: Listing;
  receipts: readonly Receipt[];
  candidateReceipts: readonly Receipt[];
  comparison: Comparison;
  statement: StatementContent;
}

type Requests = { readonly [Name in keyof Bodies]: (inputs: RequestInputs) => SlotRequest<Bodies[Name]> };

/**
 * The request of each slot. What depends on filters by date waits for the period, because a date is
 * sent as the bounds of its day. The candidate's receipts and the comparison wait for the rate
 * cards, because an unknown candidate is dropped from the view first; so is an unknown period.
 */
export const REQUESTS: Requests = {
  index: () => requestJson('/'),
  rateCards: () => requestJson('/v1/rate-cards'),
  periods: () => (HAS_LEDGER ? requestJson('/v1/periods') : undefined),
  held: () => (HAS_LEDGER ? requestJson('/v1/readings?outcome=held') : undefined),
  period: ({ view, isKnownPeriod }) => (isKnownPeriod ? requestOverview(toPeriodPath(view)) : 'keep'),
  selection: ({ view, filters }) =>
    filters === undefined ? 'keep' : filters === '' ? undefined : requestOverview(toSelectionPath(view, filters)),
  mostExpensive: ({ view: { period }, filters }) =>
    filters === undefined
      ? 'keep'
      : requestJson(`/v1/usage?${joinQueries(toQuery({ period }), filters, 'sort=-credits_used&limit=1')}`),
  listing: (inputs) => requestListing(inputs),
  receipts: ({ view }) => (view.receipt === undefined ? undefined : requestReceipts(toReceiptPath(view.receipt, view))),
  candidateReceipts: ({ view, rateCards }) => {
    if (view.candidate === undefined) return undefined;
    if (!rateCards) return 'keep';
    return view.receipt === undefined ? undefined : requestReceipts(toReceiptPath(view.receipt, view, view.candidate));
  },
  comparison: ({ view, rateCards, draft }) => {
    if (view.candidate === undefined) return draft === undefined ? undefined : requestComparison(draft, view);
    return rateCards ? requestJson(toComparisonPath(view.candidate, view)) : 'keep';
  },
  statement: ({ view }) => (view.page === 'statement' ? requestStatement(view) : undefined),
};

/** The statement is read whole, and only while it is shown: it can have every message. */
const requestStatement = (view: View): SlotRequest<StatementContent> => ({
  key: `${view.period} ${view.timeZone} ${view.messages}`,
  read: (signal) => readStatement(view, signal),
});

const requestJson = <Body>(path: string): SlotRequest<Body> => ({
  key: path,
  read: (signal) => getJson<Body>(path, { signal }),
});

/** Compares with a card that the service does not have. */
const requestComparison = (card: string, view: View): SlotRequest<Comparison> => {
  const path = toComparisonPath(undefined, view);
  const headers = { 'Content-Type': 'application/json' };
  return {
    key: `${path} ${card}`,
    read: (signal) => getJson<Comparison>(path, { method: 'POST', headers, body: card, signal }),
  };
};

const requestOverview = (path: string): SlotRequest<PeriodOverview> => ({
  key: path,
  read: async (signal) => {
    const { body, date } = await getJson<Summary>(path, { signal });
    return { body: toPeriodOverview(body), date };
  },
});

const requestListing = ({ filters, listQuery, view, onBillChanged }: RequestInputs): SlotRequest<Listing> => {
  if (filters === undefined) return 'keep';
  const totals = joinQueries(toQuery({ period: view.period }), filters);
  return {
    key: `/v1/usage?${listQuery}`,
    read: (signal) => getListing({ filters: totals, query: listQuery, onBillChanged }, signal),
  };
};

/** Reads a list in any case: a message id that upstream sent twice has two receipts. */
const requestReceipts = (path: string): SlotRequest<readonly Receipt[]> => ({
  key: path,
  read: async (signal) => {
    const { body, date } = await getJson<Receipt | { receipts: readonly Receipt[] }>(path, { signal });
    return { body: 'receipts' in body ? body.receipts : [body], date };
  },
});
