import type { Response } from 'supertest';

/** Problem documents as callers meet them. Written out here, so that a change of the contract fails a test. */

/** The id that the tests of our own edge ask under. */
export const ASKED_AS = 'asked-at-the-edge';

const KINDS = {
  'invalid-request': { status: 400, title: 'The request is not valid' },
  unauthorized: { status: 401, title: 'The request needs a key' },
  forbidden: { status: 403, title: 'The key does not open this' },
  'not-found': { status: 404, title: 'There is no such thing here' },
  'method-not-allowed': { status: 405, title: 'The resource does not have this method' },
  'bill-changed': { status: 409, title: 'The bill has changed' },
  'content-too-large': { status: 413, title: 'The body of the request is too large' },
  'uri-too-long': { status: 414, title: 'The address of the request is too long' },
  'unsupported-media-type': { status: 415, title: 'The body of the request is in a format that is not read' },
  'expectation-failed': { status: 417, title: 'The request expects what is not met here' },
  'rate-limited': { status: 429, title: 'There were too many requests' },
  'upstream-unavailable': { status: 500, title: 'The upstream is not available' },
  'internal-error': { status: 500, title: 'The service has failed' },
  overloaded: { status: 503, title: 'The service has too much to do' },
  'not-ready': { status: 503, title: 'The service takes no new work' },
} as const;

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
export const problem = (
  kind: keyof typeof KINDS,
  detail: unknown,
  errors?: readonly InvalidField[],
): ProblemAnswer => ({
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

/** The same of an answer that came. */
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
    JSON.stringify(answer.body).replaceAll(
      /(?<=is not known here)(?:: did you mean \w+\?|; known are \w+(?:, \w+)*)/g,
      '',
    ),
  ),
});
