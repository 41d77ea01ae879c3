import type { Response } from 'supertest';

/** Problem documents as callers meet them. Written out here, so that a change of the contract fails a test. */

/** The id that the tests ask under. */
export const ASKED_AS = 'asked-at-the-edge';

const KINDS = {
  'invalid-request': { status: 400, title: 'Invalid request' },
  unauthorized: { status: 401, title: 'A valid API key is required' },
  forbidden: { status: 403, title: 'The key lacks the required scope' },
  'not-found': { status: 404, title: 'Not found' },
  'no-ledger': { status: 404, title: 'No past periods are kept' },
  'method-not-allowed': { status: 405, title: 'Method not allowed' },
  'not-acceptable': { status: 406, title: 'No acceptable format' },
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
  'upstream-unavailable': { status: 500, title: 'The upstream is unavailable' },
  'upstream-timeout': { status: 500, title: 'The upstream timed out' },
  'upstream-invalid-response': { status: 500, title: 'The upstream response cannot be billed' },
  'internal-error': { status: 500, title: 'Internal error' },
  overloaded: { status: 503, title: 'The service is overloaded' },
  'ledger-unavailable': { status: 503, title: 'The ledger is unavailable' },
  'not-ready': { status: 503, title: 'The service is not ready' },
} as const;

export type ProblemKind = keyof typeof KINDS;

export interface ProblemAnswer {
  readonly status: number;
  readonly mediaType: string | undefined;
  readonly cacheControl: string | undefined;
  readonly requestId: string | undefined;
  readonly body: unknown;
}

interface InvalidField {
  readonly field: string;
  readonly reason: string;
}

/** The answer to a request that was asked under {@link ASKED_AS}: its whole body, and the headers that every problem has. */
export const problem = (kind: ProblemKind, detail: unknown, errors?: readonly InvalidField[]): ProblemAnswer => ({
  status: KINDS[kind].status,
  mediaType: 'application/problem+json',
  cacheControl: 'no-store',
  requestId: ASKED_AS,
  body: {
    type: `tag:copilot-credit-usage-api,2026:problems/${kind}`,
    title: KINDS[kind].title,
    status: KINDS[kind].status,
    detail,
    instance: ASKED_AS,
    ...(errors && { errors }),
  },
});

/** What {@link problem} describes, of an answer that was received. */
export const answered = ({ status, type, headers, text }: Response): ProblemAnswer => ({
  status,
  mediaType: type,
  cacheControl: headers['cache-control'],
  requestId: headers['x-request-id'],
  body: JSON.parse(text),
});

/** The answer without what it says of the names that are known: which those are depends on the route. */
export const unhinted = (answer: ProblemAnswer): ProblemAnswer => ({
  ...answer,
  body: JSON.parse(
    JSON.stringify(answer.body).replaceAll(/(?<=is unknown)(?:: did you mean \w+\?|; allowed: \w+(?:, \w+)*)/g, ''),
  ),
});
