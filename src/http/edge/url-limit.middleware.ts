import type { RequestHandler } from 'express';
import { cut } from '../../validation/cut.js';

/** Bytes of the path and the query: callers need a few hundred; RFC 9110 asks for 8,000 at least. */
const MAX_URL_BYTES = 8192;

class UriTooLongError extends Error {
  override readonly name = 'UriTooLongError';
  readonly code = 'uri-too-long';

  constructor() {
    super(`An address has at most ${MAX_URL_BYTES} bytes`);
  }
}

/**
 * Refuses an address that nothing here has, before anything parses it: one that is too long (what is longer than a whole head never
 * gets here), and one whose path does not decode.
 */
export const urlLimit: RequestHandler = ({ url, path }, _response, next) => {
  if (url.length > MAX_URL_BYTES) throw new UriTooLongError();
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
