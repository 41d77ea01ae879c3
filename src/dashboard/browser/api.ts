import { addressOf } from './address.js';
import type { Entry, Problem, UsagePage } from './api.types.js';
import { parseExactly } from './exact-json.js';
import { withKey } from './kept-key.js';

/** A call of the API that failed, with what the service said of it. */
export class ApiError extends Error {
  override readonly name = 'ApiError';

  constructor(readonly problem: Problem) {
    super(problem.detail ?? problem.title);
  }
}

/** An answer, and when the service gave it. */
export interface Answer<Body> {
  readonly body: Body;
  readonly at: Date;
}

/** The JSON of a resource, its amounts as text. Throws an {@link ApiError}; aborting the signal throws an AbortError. */
export const getJson = async <Body>(path: string, init: RequestInit = {}): Promise<Answer<Body>> => {
  const response = await ask(path, init);
  const body = parseExactly(await response.text()) as Body;
  return { body, at: new Date(response.headers.get('Date') ?? Date.now()) };
};

/** The text of a resource that has one. */
export const getText = async (path: string): Promise<string> =>
  (await ask(path, { headers: { Accept: 'text/plain' } })).text();

/** A resource as a file. */
export const getFile = async (path: string): Promise<Blob> => (await ask(path, {})).blob();

/** The API gives at most this many entries in one answer. */
const LIMIT = 1000;

export interface Listed {
  readonly entries: readonly Entry[];
  readonly hasMore: boolean;
}

/** Up to `rows` entries of the bill, page after page. */
export const getEntries = async (query: string, rows: number, signal: AbortSignal): Promise<Answer<Listed>> => {
  const entries: Entry[] = [];
  let cursor: string | undefined;
  do {
    const limit = `limit=${Math.min(LIMIT, rows - entries.length)}`;
    const parameters = [query, limit, cursor && `cursor=${encodeURIComponent(cursor)}`];
    const { body } = await getJson<UsagePage>(`/v1/usage?${parameters.filter(Boolean).join('&')}`, { signal });
    entries.push(...body.usage);
    cursor = body.next_cursor;
  } while (cursor && entries.length < rows);
  return { body: { entries, hasMore: cursor !== undefined }, at: new Date() };
};

const ask = async (path: string, init: RequestInit): Promise<Response> => {
  let response: Response;
  try {
    response = await fetch(addressOf(path), { ...init, headers: withKey(init.headers) });
  } catch (error) {
    if (init.signal?.aborted) throw error;
    throw new ApiError({
      title: 'The service cannot be reached',
      detail: `${path} was asked for and nothing answered.`,
    });
  }
  if (response.ok) return response;
  throw new ApiError(await problemOf(response));
};

/** Whatever stands between the page and the service may answer too, and not with a problem. */
const problemOf = async (response: Response): Promise<Problem> => {
  const { status } = response;
  try {
    return { status, ...((await response.json()) as Problem) };
  } catch {
    return { status, title: `The service answered with status ${status}` };
  }
};
