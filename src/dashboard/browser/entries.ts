import { ApiError, type Answer, getJson } from './api.js';
import type { Entry, UsagePage } from './api.types.js';

/** The API gives at most this many entries in one answer. */
const PAGE_LIMIT = 1000;

export interface Entries {
  readonly entries: readonly Entry[];
  readonly hasMore: boolean;
}

/** Up to `rows` entries of one bill, page after page. Throws an {@link ApiError} that `isBillChanged` where it changes meanwhile. */
export const getEntries = async (query: string, rows: number, signal: AbortSignal): Promise<Answer<Entries>> => {
  const entries: Entry[] = [];
  let cursor: string | undefined;
  let at: Date;
  do {
    const limit = `limit=${Math.min(PAGE_LIMIT, rows - entries.length)}`;
    const parameters = [query, limit, cursor && `cursor=${encodeURIComponent(cursor)}`];
    const page = await getJson<UsagePage>(`/v1/usage?${parameters.filter(Boolean).join('&')}`, { signal });
    entries.push(...page.body.usage);
    cursor = page.body.next_cursor;
    at = page.at;
  } while (cursor && entries.length < rows);
  return { body: { entries, hasMore: cursor !== undefined }, at };
};

/** Whether a page was asked for by a cursor of a bill that is no longer the bill. */
export const isBillChanged = (error: unknown): boolean =>
  error instanceof ApiError && error.problem.status === 409 && (error.problem.type ?? '').endsWith('/bill-changed');
