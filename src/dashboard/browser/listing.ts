import { type DatedAnswer, getJson } from './api.js';
import type { Summary, Totals } from './api.types.js';
import { type Entries, getEntries } from './entries.js';
import { joinQueries } from './query.js';
import { readOneBill } from './read-one-bill.js';

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

/** Reads rows and totals of one bill, see {@link readOneBill}; the date is that of the last page of rows. */
export const getListing = (
  { filters, query, onBillChanged }: ListingRequest,
  signal: AbortSignal,
): Promise<DatedAnswer<Listing>> =>
  readOneBill(async () => {
    const [entries, totals] = await Promise.all([getEntries(query, ROWS_MAX, signal), getTotals(filters, signal)]);
    return { body: { ...entries.body, totals }, date: entries.date };
  }, onBillChanged);

/**
 * The totals of the entries that match the filters. Asks for a summary by month, because only its
 * totals are used and it has few rows.
 */
const getTotals = async (filters: string, signal: AbortSignal): Promise<Totals> => {
  const path = `/v1/usage/summary?${joinQueries('granularity=P1M', filters)}`;
  return (await getJson<Summary>(path, { signal })).body.totals;
};
