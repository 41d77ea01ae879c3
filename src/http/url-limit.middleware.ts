import type { RequestHandler } from 'express';
import { MAX_URL_BYTES } from './server-limits.js';

class UriTooLongError extends Error {
  override readonly name = 'UriTooLongError';
  readonly code = 'uri-too-long';

  constructor() {
    super(`An address has at most ${MAX_URL_BYTES} bytes`);
  }
}

/** Refuses an address that nothing here has, before anything parses it. What is longer than a whole head never gets here. */
export const urlLimit: RequestHandler = ({ url }, _response, next) => {
  next(url.length > MAX_URL_BYTES ? new UriTooLongError() : undefined);
};
