import { ASKED_AS, problem, type ProblemAnswer } from './problem-document.js';

/** The answer to a request whose only fault is this one. */
export const refusal = (field: string, reason: string): ProblemAnswer =>
  problem('invalid-request', `${field} ${reason}`, [{ field, reason }]);

/** The answer of `path`, which has these media types, to a request that accepts none of them. */
export const notAcceptable = (path: string, ...mediaTypes: string[]): ProblemAnswer => ({
  status: 406,
  mediaType: 'application/problem+json',
  cacheControl: 'no-store',
  requestId: ASKED_AS,
  body: {
    type: 'tag:copilot-credit-usage-api,2026:problems/not-acceptable',
    title: 'No acceptable format',
    status: 406,
    detail: `${path} is available as ${mediaTypes.join(', ')}`,
    instance: ASKED_AS,
  },
});
