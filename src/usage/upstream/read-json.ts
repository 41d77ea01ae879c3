import { InvalidJsonError } from './body.errors.js';

/**
 * Reads JSON from bytes, whatever their content type says. A byte order mark is skipped; of a repeated key the last one counts, as in
 * every JSON.parse. Throws an {@link InvalidJsonError} for invalid UTF-8 and for everything that is not one JSON value.
 */
export const readJson = (body: Uint8Array): unknown => {
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(body));
  } catch {
    throw new InvalidJsonError();
  }
};
