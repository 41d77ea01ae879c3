import { problem, type ProblemAnswer } from './problem-document.js';

/** The answer to a request whose only fault is this one. */
export const refusal = (field: string, reason: string): ProblemAnswer =>
  problem('invalid-request', `${field} ${reason}`, [{ field, reason }]);

/** The answer of `path`, which has these media types, to a request that accepts none of them. */
export const notAcceptable = (path: string, ...mediaTypes: string[]): ProblemAnswer =>
  problem('not-acceptable', `${path} is available as ${mediaTypes.join(', ')}`);
