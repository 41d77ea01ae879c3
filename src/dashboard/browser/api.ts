import { toApiUrl } from './api-url.js';
import type { Problem } from './api.types.js';
import { parseExactly } from './exact-json.js';
import { withSessionKey } from './session-key.js';

/**
 * An API request failed. `problem` is the service's own description, or the page's if the service
 * sent none.
 */
export class ApiError extends Error {
  override readonly name = 'ApiError';

  constructor(readonly problem: Problem) {
    super(problem.detail ?? problem.title);
  }
}

/** An answer, the time at which the service sent it, and the id of its request in the service's log. */
export interface DatedAnswer<Body> {
  readonly body: Body;
  readonly date: Date;
  readonly requestId?: string | undefined;
}

/**
 * Requests a resource as JSON, with its amounts as text. Throws an {@link ApiError} if there is no
 * valid answer, and an AbortError once the signal is aborted.
 */
export const getJson = async <Body>(path: string, init: RequestInit = {}): Promise<DatedAnswer<Body>> => {
  const response = await send(path, init);
  const requestId = response.headers.get('X-Request-Id') ?? undefined;
  return { body: parseBody(await response.text()) as Body, date: toDate(response), requestId };
};

/** Requests a resource as plain text. Throws an {@link ApiError} if that fails. */
export const getText = async (path: string): Promise<string> =>
  (await send(path, { headers: { Accept: 'text/plain' } })).text();

/** Requests a resource as a file. Throws an {@link ApiError} if that fails. */
export const getFile = async (path: string): Promise<Blob> => (await send(path, {})).blob();

const parseBody = (text: string): unknown => {
  try {
    return parseExactly(text);
  } catch {
    throw new ApiError({
      title: 'The service cannot be reached',
      detail: 'Something other than the service answered, such as a sign-in page. Reload this page.',
    });
  }
};

/** The answer's `Date`; the current time if a proxy has removed it. */
const toDate = ({ headers }: Response): Date => {
  const date = new Date(headers.get('Date') ?? Number.NaN);
  return Number.isNaN(date.getTime()) ? new Date() : date;
};

const send = async (path: string, init: RequestInit): Promise<Response> => {
  let response: Response;
  try {
    response = await fetch(toApiUrl(path), { ...init, headers: withSessionKey(init.headers) });
  } catch (error) {
    if (init.signal?.aborted) throw error;
    throw new ApiError({
      title: 'The service cannot be reached',
      detail: 'The service gave no answer.',
    });
  }
  if (response.ok) return response;
  throw new ApiError(await readProblem(response));
};

/**
 * The problem in a failed answer; one made from its status if a proxy answered without a problem.
 */
const readProblem = async (response: Response): Promise<Problem> => {
  const { status } = response;
  const retryAfterSeconds = parseSeconds(response.headers.get('Retry-After'));
  try {
    const problem = (await response.json()) as Partial<Problem> | null;
    if (typeof problem?.title === 'string') return { ...problem, title: problem.title, status, retryAfterSeconds };
  } catch {
    // The body is not JSON.
  }
  return { status, title: `The service answered with status ${status}`, retryAfterSeconds };
};

/** The seconds of a `Retry-After` header; `undefined` if the header is missing or has a date. */
const parseSeconds = (retryAfter: string | null): number | undefined =>
  retryAfter !== null && /^\d{1,6}$/.test(retryAfter) ? Number(retryAfter) : undefined;
