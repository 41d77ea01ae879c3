import type { ProblemDto } from './problem.dto.js';
import { PROBLEM_TYPES, type ProblemCode, problemUri } from './problem-types.js';

export const PROBLEM_MEDIA_TYPE = 'application/problem+json; charset=utf-8';

/** A problem document (RFC 9457) of the kind `code`, for the request with this id. */
export const problem = (code: ProblemCode, detail: string, requestId: string): ProblemDto => ({
  type: problemUri(code),
  title: PROBLEM_TYPES[code].title,
  status: PROBLEM_TYPES[code].status,
  detail,
  instance: requestId,
});
