import type { RequestHandler } from 'express';
import { cut } from '../../validation/cut.js';

/** Bytes of path and query: callers need a few hundred, RFC 9110 recommends at least 8,000. */
const URL_BYTES_MAX = 8192;

class UriTooLongError extends Error {
  override readonly name = 'UriTooLongError';
  readonly code = 'uri-too-long';

  constructor() {
    super(`A URL may have at most ${URL_BYTES_MAX} bytes`);
  }
}

/**
 * Refuses a URL before anything parses it if it is too long (414) or its path does not decode
 * (400). Node refuses one that is longer than a whole head before it gets here.
 */
export const urlLimit: RequestHandler = ({ url, path }, _response, next) => {
  if (url.length > URL_BYTES_MAX) throw new UriTooLongError();
  if (url.includes('%') && !decodes(path)) throw new URIError(`The path ${cut(path)} does not decode`);
  next();
};

const decodes = (path: string): boolean => {
  try {
    return decodeURIComponent(path) !== '';
  } catch {
    return false;
  }
};
