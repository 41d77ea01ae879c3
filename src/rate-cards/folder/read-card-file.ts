import { readFileSync, statSync } from 'node:fs';
import { TextDecoder } from 'node:util';
import { parseExactJson } from '../../validation/exact-json.js';
import { parseExactNumber } from '../../validation/parse-number.js';
import { readingProblem } from './reading-problem.js';

/** Far more than the longest card that the schema allows. */
const MAX_BYTES = 1024 * 1024;

/** A file holds no JSON that could be a rate card; the message is the end of a sentence. */
export class CardFileError extends Error {
  override readonly name = 'CardFileError';
}

/** Reads the JSON of a file. Throws a CardFileError that says why it cannot. */
export const readCardFile = (path: string): unknown => {
  const bytes = readBytes(path);
  try {
    return parseExactJson(new TextDecoder('utf-8', { fatal: true }).decode(bytes), parseExactNumber);
  } catch (error) {
    const reason = error instanceof SyntaxError ? `is not JSON: ${error.message}` : 'is not UTF-8 text';
    throw new CardFileError(reason, { cause: error });
  }
};

const readBytes = (path: string): Buffer => {
  try {
    const stat = statSync(path);
    if (!stat.isFile()) throw new CardFileError('is not a file');
    if (stat.size > MAX_BYTES) throw new CardFileError(`has more than ${MAX_BYTES} bytes`);
    return readFileSync(path);
  } catch (error) {
    if (error instanceof CardFileError) throw error;
    throw new CardFileError(readingProblem(error), { cause: error });
  }
};
