import { addressOf } from './api-url.js';
import type { Problem } from './api.types.js';
import { parseExactly } from './exact-json.js';
import { withKey } from './session-key.js';

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
  return { body: bodyOf(await response.text()) as Body, at: dateOf(response) };
};

/** The text of a resource that has one. */
export const getText = async (path: string): Promise<string> =>
  (await ask(path, { headers: { Accept: 'text/plain' } })).text();

/** A resource as a file. */
export const getFile = async (path: string): Promise<Blob> => (await ask(path, {})).blob();

const bodyOf = (text: string): unknown => {
  try {
    return parseExactly(text);
  } catch {
    throw new ApiError({
      title: 'The service cannot be reached',
      detail: 'Something else answered in its place: a page that asks you to sign in, for instance. Reload this page.',
    });
  }
};

/** Of the answer, or of now where what stands between has taken it away. */
const dateOf = ({ headers }: Response): Date => {
  const date = new Date(headers.get('Date') ?? Number.NaN);
  return Number.isNaN(date.getTime()) ? new Date() : date;
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

/** What stands between the page and the service may answer too, and not with a problem. */
const problemOf = async (response: Response): Promise<Problem> => {
  const { status } = response;
  const retryAfterSeconds = secondsOf(response.headers.get('Retry-After'));
  try {
    const problem = (await response.json()) as Partial<Problem> | null;
    if (typeof problem?.title === 'string') return { ...problem, title: problem.title, status, retryAfterSeconds };
  } catch {
    // It is no JSON.
  }
  return { status, title: `The service answered with status ${status}`, retryAfterSeconds };
};

/** The seconds of a `Retry-After` header; undefined if it is a date or missing. */
const secondsOf = (retryAfter: string | null): number | undefined =>
  retryAfter !== null && /^\d{1,6}$/.test(retryAfter) ? Number(retryAfter) : undefined;
