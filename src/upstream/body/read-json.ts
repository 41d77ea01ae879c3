import { parseExactJson, type ReadNumber } from '../../validation/exact-json.js';
import { parseIdNumber } from '../../validation/parse-number.js';
import { InvalidJsonError } from './body.errors.js';

/**
 * Reads one JSON value from UTF-8 bytes, whatever content type they came with. Skips a byte order
 * mark; the last of repeated keys counts, as in `JSON.parse`. `readNumber` reads the numbers of
 * object members from their text, by default as ids. Throws an {@link InvalidJsonError} for invalid
 * UTF-8 and for anything else that is not one JSON value.
 */
export const readJson = (body: Uint8Array, readNumber: ReadNumber = parseIdNumber): unknown => {
  try {
    return parseExactJson(new TextDecoder('utf-8', { fatal: true }).decode(body), readNumber);
  } catch {
    throw new InvalidJsonError();
  }
};
