import { type Answer, getJson } from './api.js';
import type { Summary, Totals } from './api.types.js';
import { type Entries, getEntries, isBillChanged } from './entries.js';

/** Readings that begin again before the last one fails: a bill that changes oftener than it can be read. */
const RESTARTS = 3;

/** What the table shows: entries, and the totals of all that the filters let through. */
export interface Listing extends Entries {
  readonly totals: Totals;
}

export interface ListingRequest {
  /** The filters alone: the totals have no order. */
  readonly filters: string;
  readonly query: string;
  readonly rows: number;
  /** Called each time the bill has changed between two pages, and all of it is read anew. */
  readonly billChanged: () => void;
}

/** Reads entries and totals together, so that the one is the sum of the other, and both anew where the bill changes meanwhile. */
export const getListing = async (request: ListingRequest, signal: AbortSignal): Promise<Answer<Listing>> => {
  const { filters, query, rows, billChanged } = request;
  for (let restarts = 0; ; restarts += 1) {
    try {
      const [entries, totals] = await Promise.all([getEntries(query, rows, signal), getTotals(filters, signal)]);
      return { body: { ...entries.body, totals }, at: entries.at };
    } catch (error) {
      if (!isBillChanged(error) || restarts === RESTARTS) throw error;
      billChanged();
    }
  }
};

/** One window would do: only the totals are read. */
const getTotals = async (filters: string, signal: AbortSignal): Promise<Totals> => {
  const path = `/v1/usage/summary?${['granularity=P1M', filters].filter(Boolean).join('&')}`;
  return (await getJson<Summary>(path, { signal })).body.totals;
};
