/**
 * Every kind of failure that a caller can meet, by its code. A problem type is a tag URI (RFC
 * 4151): a permanent name that promises no page. Upstream failures are 500, not 502, by decision of
 * the product owner.
 */
export const PROBLEM_TYPES = {
  'invalid-request': { status: 400, title: 'Invalid request' },
  unauthorized: { status: 401, title: 'A valid API key is required' },
  forbidden: { status: 403, title: 'The key lacks the required scope' },
  'not-found': { status: 404, title: 'Not found' },
  'no-ledger': { status: 404, title: 'No past periods are kept' },
  'method-not-allowed': { status: 405, title: 'Method not allowed' },
  'not-acceptable': { status: 406, title: 'No acceptable format' },
  'request-timeout': { status: 408, title: 'The request took too long to arrive' },
  'bill-changed': { status: 409, title: 'The bill has changed' },
  'period-not-closed': { status: 409, title: 'The period is not closed' },
  'texts-not-kept': { status: 409, title: 'The texts are not kept' },
  'already-decided': { status: 409, title: 'The reading has been decided on' },
  'already-reversed': { status: 409, title: 'The adjustment has been taken back' },
  'idempotency-conflict': { status: 409, title: 'The idempotency key was used for another request' },
  'no-open-period': { status: 409, title: 'No period is open' },
  'content-too-large': { status: 413, title: 'The request body is too large' },
  'uri-too-long': { status: 414, title: 'The URL is too long' },
  'unsupported-media-type': { status: 415, title: 'Unsupported media type' },
  'expectation-failed': { status: 417, title: 'Unsupported expectation' },
  'rate-limited': { status: 429, title: 'Too many requests' },
  'headers-too-large': { status: 431, title: 'The request headers are too large' },
  'upstream-unavailable': { status: 500, title: 'The upstream is unavailable' },
  'upstream-timeout': { status: 500, title: 'The upstream timed out' },
  'upstream-invalid-response': { status: 500, title: 'The upstream response cannot be billed' },
  'internal-error': { status: 500, title: 'Internal error' },
  overloaded: { status: 503, title: 'The service is overloaded' },
  'ledger-unavailable': { status: 503, title: 'The ledger is unavailable' },
  'not-ready': { status: 503, title: 'The service is not ready' },
} as const satisfies Record<string, { status: number; title: string }>;

export type ProblemCode = keyof typeof PROBLEM_TYPES;

const AUTHORITY = 'tag:copilot-credit-usage-api,2026:problems';

export const problemUri = (code: ProblemCode): string => `${AUTHORITY}/${code}`;

export const isProblemCode = (value: unknown): value is ProblemCode =>
  typeof value === 'string' && Object.hasOwn(PROBLEM_TYPES, value);
