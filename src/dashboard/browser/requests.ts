import { toComparisonPath, toFilterQuery, toListQuery, toReceiptPath, toSummaryPath } from './api-paths.js';
import { getJson } from './api.js';
import type { Comparison, RateCards, Receipt, ServiceIndex, Summary, UsagePage } from './api.types.js';
import { getListing, type Listing } from './listing.js';
import { type PeriodOverview, toPeriodOverview } from './period-overview.js';
import { Slot, type SlotRequest } from './slot.js';
import type { View } from './view.js';

/** What the page reads of the API, by the name of its slot. */
interface Bodies {
  index: ServiceIndex;
  rateCards: RateCards;
  period: PeriodOverview;
  mostExpensive: UsagePage;
  listing: Listing;
  receipts: readonly Receipt[];
  candidateReceipts: readonly Receipt[];
  comparison: Comparison;
}

/** What the requests depend on. */
interface RequestInputs {
  readonly view: View;
  /** The period in the view's time zone; `undefined` while it loads. */
  readonly period: PeriodOverview | undefined;
  readonly rateCards: RateCards | undefined;
  /** JSON text of the rate card that is being changed. */
  readonly draft: string | undefined;
  /** Called when the bill changes between two pages of the listing. */
  readonly onBillChanged: () => void;
}

type Requests = { readonly [Name in keyof Bodies]: (inputs: RequestInputs) => SlotRequest<Bodies[Name]> };

/**
 * The request of each slot. The listing waits for the period, because a day filter is sent as the
 * bounds of that day. The candidate's receipts and the comparison wait for the rate cards, because
 * an unknown candidate is dropped from the view first.
 */
const REQUESTS: Requests = {
  index: () => requestJson('/'),
  rateCards: () => requestJson('/v1/rate-cards'),
  period: ({ view }) => requestPeriod(toSummaryPath(view)),
  mostExpensive: () => requestJson('/v1/usage?sort=-credits_used&limit=1'),
  listing: (inputs) => (inputs.period ? requestListing(inputs, inputs.period) : 'keep'),
  receipts: ({ view: { receipt } }) => (receipt === undefined ? undefined : requestReceipts(toReceiptPath(receipt))),
  candidateReceipts: ({ view: { candidate, receipt }, rateCards }) => {
    if (candidate === undefined) return undefined;
    if (!rateCards) return 'keep';
    return receipt === undefined ? undefined : requestReceipts(toReceiptPath(receipt, candidate));
  },
  comparison: ({ view: { candidate, timeZone }, rateCards, draft }) => {
    if (candidate === undefined) return draft === undefined ? undefined : requestComparison(draft, timeZone);
    return rateCards ? requestJson(toComparisonPath(candidate, timeZone)) : 'keep';
  },
};

/** One slot for each resource that the page reads. */
export type Slots = { readonly [Name in keyof Bodies]: Slot<Bodies[Name]> };

const NAMES = Object.keys(REQUESTS) as (keyof Bodies)[];

/** Empty slots; `onChange` is called after each answer or failure. */
export const createSlots = (onChange: () => void): Slots =>
  Object.fromEntries(NAMES.map((name) => [name, new Slot(onChange)])) as unknown as Slots;

/** Gives each slot its request for these inputs. */
export const requestSlots = (slots: Slots, inputs: RequestInputs): void => {
  const request = <Name extends keyof Bodies>(name: Name, slot: Slots[Name]): void =>
    slot.request(REQUESTS[name](inputs));
  for (const name of NAMES) request(name, slots[name]);
};

const requestJson = <Body>(path: string): SlotRequest<Body> => ({
  key: path,
  read: (signal) => getJson<Body>(path, { signal }),
});

/** Compares with a card that the service does not have. */
const requestComparison = (card: string, timeZone: string): SlotRequest<Comparison> => {
  const path = toComparisonPath(undefined, timeZone);
  const headers = { 'Content-Type': 'application/json' };
  return {
    key: `${path} ${card}`,
    read: (signal) => getJson<Comparison>(path, { method: 'POST', headers, body: card, signal }),
  };
};

const requestPeriod = (path: string): SlotRequest<PeriodOverview> => ({
  key: path,
  read: async (signal) => {
    const { body, date } = await getJson<Summary>(path, { signal });
    return { body: toPeriodOverview(body), date };
  },
});

const requestListing = ({ view, onBillChanged }: RequestInputs, period: PeriodOverview): SlotRequest<Listing> => {
  const filters = toFilterQuery(view, period);
  const query = toListQuery(view, filters);
  return {
    key: `${query} ${view.rows}`,
    read: (signal) => getListing({ filters, query, rows: view.rows, onBillChanged }, signal),
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
