/**
 * Every kind of failure that a caller can meet. A type is a tag URI (RFC 4151): it names the kind for good and promises no
 * page. That failures of the upstream are 500, not 502, is the product owner's decision.
 */
export const PROBLEM_TYPES = {
  'invalid-request': { status: 400, title: 'The request is not valid' },
  unauthorized: { status: 401, title: 'The request needs a key' },
  forbidden: { status: 403, title: 'The key does not open this' },
  'not-found': { status: 404, title: 'There is no such thing here' },
  'method-not-allowed': { status: 405, title: 'The resource does not have this method' },
  'not-acceptable': { status: 406, title: 'The resource is not to be had in a format that is accepted' },
  'request-timeout': { status: 408, title: 'The request took too long to arrive' },
  'bill-changed': { status: 409, title: 'The bill has changed' },
  'content-too-large': { status: 413, title: 'The body of the request is too large' },
  'uri-too-long': { status: 414, title: 'The address of the request is too long' },
  'unsupported-media-type': { status: 415, title: 'The body of the request is in a format that is not read' },
  'expectation-failed': { status: 417, title: 'The request expects what is not met here' },
  'rate-limited': { status: 429, title: 'There were too many requests' },
  'headers-too-large': { status: 431, title: 'The headers of the request are too large' },
  'upstream-unavailable': { status: 500, title: 'The upstream is not available' },
  'upstream-timeout': { status: 500, title: 'The upstream is too slow' },
  'upstream-invalid-response': { status: 500, title: 'The upstream answered something that cannot be billed' },
  'internal-error': { status: 500, title: 'The service has failed' },
  overloaded: { status: 503, title: 'The service has too much to do' },
  'not-ready': { status: 503, title: 'The service takes no new work' },
} as const satisfies Record<string, { status: number; title: string }>;

export type ProblemCode = keyof typeof PROBLEM_TYPES;

const AUTHORITY = 'tag:copilot-credit-usage-api,2026:problems';

export const problemUri = (code: ProblemCode): string => `${AUTHORITY}/${code}`;

export const isProblemCode = (value: unknown): value is ProblemCode =>
  typeof value === 'string' && Object.hasOwn(PROBLEM_TYPES, value);
