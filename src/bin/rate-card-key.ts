import { readFileSync } from 'node:fs';
import { readingProblem } from '../rate-cards/folder/reading-problem.js';
import { RateCardError } from './rate-card-file.js';

/**
 * The key in a file, without white space around it; undefined without a file. Keys are never words
 * of a command line, which other users of the machine can read. Throws a {@link RateCardError}.
 */
export const readKey = (file: string | undefined): string | undefined => {
  if (file === undefined) return undefined;
  try {
    return readFileSync(file, 'utf8').trim();
  } catch (error) {
    throw new RateCardError(`${file} ${readingProblem(error)}`, { cause: error });
  }
};
