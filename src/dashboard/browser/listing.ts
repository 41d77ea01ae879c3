import { type DatedAnswer, getJson } from './api.js';
import type { Summary, Totals } from './api.types.js';
import { type Entries, getEntries, isBillChanged } from './entries.js';
import { joinQueries } from './query.js';

/**
 * How often a read is restarted before it fails, because the bill changes faster than it can be
 * read.
 */
const RESTARTS_MAX = 3;

/** The most rows that the table has; the files have all of them. */
export const ROWS_MAX = 10_000;

/** What the table shows: its rows, and the totals of every entry that matches the filters. */
export interface Listing extends Entries {
  readonly totals: Totals;
}

export interface ListingRequest {
  /** Query of the period and the filters alone, for the totals. */
  readonly filters: string;
  /** Query of the period, the filters and the sort order, for the rows. */
  readonly query: string;
  /** Called before each restart. */
  readonly onBillChanged: () => void;
}

/**
 * Reads rows and totals together, and starts both again when the bill changes meanwhile, so that
 * they belong to one bill. Throws an ApiError when a request fails, or when the bill has changed
 * once more after the last restart.
 */
export const getListing = async (request: ListingRequest, signal: AbortSignal): Promise<DatedAnswer<Listing>> => {
  const { filters, query, onBillChanged } = request;
  for (let restarts = 0; ; restarts += 1) {
    try {
      const [entries, totals] = await Promise.all([getEntries(query, ROWS_MAX, signal), getTotals(filters, signal)]);
      return { body: { ...entries.body, totals }, date: entries.date };
    } catch (error) {
      if (!isBillChanged(error) || restarts === RESTARTS_MAX) throw error;
      onBillChanged();
    }
  }
};

/**
 * The totals of the entries that match the filters. Asks for a summary by month, because only its
 * totals are used and it has few rows.
 */
const getTotals = async (filters: string, signal: AbortSignal): Promise<Totals> => {
  const path = `/v1/usage/summary?${joinQueries('granularity=P1M', filters)}`;
  return (await getJson<Summary>(path, { signal })).body.totals;
};
