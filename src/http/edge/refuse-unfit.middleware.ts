import type { RequestHandler } from 'express';
import { cut } from '../../validation/cut.js';
import { InvalidInputError } from '../../validation/invalid-input.error.js';

class ExpectationFailedError extends Error {
  override readonly name = 'ExpectationFailedError';
  readonly code = 'expectation-failed';

  constructor(expectation: string) {
    super(`Expect: ${cut(expectation)} is not supported; 100-continue is`);
  }
}

const CONTINUE = /^100-continue$/i;

/**
 * Refuses what HTTP requires a server to refuse, and Node refuses with a bare status or not at all:
 * an HTTP/1.1 request without `Host` (400), one with several (400, because two servers on its way
 * could route it differently), and one with an unknown `Expect` (417).
 */
export const refuseUnfit: RequestHandler = ({ headers, headersDistinct, httpVersion }, _response, next) => {
  const hosts = headersDistinct['host']?.length ?? 0;
  if (hosts === 0 && httpVersion === '1.1') throw invalidHost('is missing');
  if (hosts > 1) throw invalidHost('is repeated');
  if (headers.expect !== undefined && !CONTINUE.test(headers.expect)) throw new ExpectationFailedError(headers.expect);
  next();
};

const invalidHost = (reason: string): InvalidInputError => new InvalidInputError([{ field: 'Host', reason }]);
