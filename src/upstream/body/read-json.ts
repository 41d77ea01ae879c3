import { parseExactJson, type ReadNumber } from '../../validation/exact-json.js';
import { idNumber } from '../../validation/read-number.js';
import { InvalidJsonError } from './body.errors.js';

/**
 * Reads JSON from bytes, whatever their content type says. A byte order mark is skipped; of a repeated key the last one counts, as in
 * every JSON.parse. The numbers of members are read by their text: as ids are, or as `readNumber` does. Throws an
 * {@link InvalidJsonError} for invalid UTF-8 and for everything that is not one JSON value.
 */
export const readJson = (body: Uint8Array, readNumber: ReadNumber = idNumber): unknown => {
  try {
    return parseExactJson(new TextDecoder('utf-8', { fatal: true }).decode(body), readNumber);
  } catch {
    throw new InvalidJsonError();
  }
};
