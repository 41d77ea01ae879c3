import type { RequestHandler } from 'express';
import { cut } from '../../validation/cut.js';
import { InvalidInputError } from '../../validation/invalid-input.error.js';

class ExpectationFailedError extends Error {
  override readonly name = 'ExpectationFailedError';
  readonly code = 'expectation-failed';

  constructor(expectation: string) {
    super(`Expect: ${cut(expectation)} is not met; 100-continue would be`);
  }
}

const CONTINUE = /^100-continue$/i;

/**
 * Refuses what HTTP says a server has to refuse, and Node would with a bare status or not at all: a request of HTTP/1.1
 * without `Host`, one with several (400: two servers on its way could take it for another host), and one that expects what
 * there is not (417).
 */
export const refuseUnfit: RequestHandler = ({ headers, httpVersion, rawHeaders }, _response, next) => {
  const hosts = countHosts(rawHeaders);
  if (hosts === 0 && httpVersion === '1.1') throw invalidHost('is missing');
  if (hosts > 1) throw invalidHost('is there more than once');
  if (headers.expect !== undefined && !CONTINUE.test(headers.expect)) throw new ExpectationFailedError(headers.expect);
  next();
};

/** How many `Host` lines there are. `headersDistinct` would make lists of all headers for it, once a request. */
const countHosts = (rawHeaders: readonly string[]): number => {
  let hosts = 0;
  for (let index = 0; index < rawHeaders.length; index += 2) {
    const name = rawHeaders[index];
    if (name?.length === 4 && name.toLowerCase() === 'host') hosts += 1;
  }
  return hosts;
};

const invalidHost = (reason: string): InvalidInputError => new InvalidInputError([{ field: 'Host', reason }]);
