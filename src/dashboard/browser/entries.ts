import { ApiError, type DatedAnswer, getJson } from './api.js';
import type { Entry, UsagePage } from './api.types.js';
import { joinQueries } from './query.js';

/** The most entries that the API returns in one page. */
const PAGE_ENTRIES_MAX = 1000;

export interface Entries {
  readonly entries: readonly Entry[];
  readonly hasMore: boolean;
}

/**
 * Up to `rows` entries of one bill, read page by page; the date is the last page's. Throws an
 * {@link ApiError} for which `isBillChanged` holds if the bill changes between two pages.
 */
export const getEntries = async (query: string, rows: number, signal: AbortSignal): Promise<DatedAnswer<Entries>> => {
  const entries: Entry[] = [];
  let cursor: string | undefined;
  let date: Date;
  do {
    const limit = `limit=${Math.min(PAGE_ENTRIES_MAX, rows - entries.length)}`;
    const pageQuery = joinQueries(query, limit, cursor && `cursor=${encodeURIComponent(cursor)}`);
    const page = await getJson<UsagePage>(`/v1/usage?${pageQuery}`, { signal });
    entries.push(...page.body.usage);
    cursor = page.body.next_cursor;
    date = page.date;
  } while (cursor && entries.length < rows);
  return { body: { entries, hasMore: cursor !== undefined }, date };
};

/** Whether the API refused a cursor because the bill has changed since the cursor was made. */
export const isBillChanged = (error: unknown): boolean =>
  error instanceof ApiError && error.problem.status === 409 && (error.problem.type ?? '').endsWith('/bill-changed');
