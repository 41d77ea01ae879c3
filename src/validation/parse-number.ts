import { ExactNumber } from './exact-number.js';
import { toPlainNotation } from './plain-notation.js';

/**
 * Parses the text of a JSON number exactly: to a number if a double has that value, otherwise to an
 * {@link ExactNumber}. NaN, which JSON cannot state, if {@link toPlainNotation} refuses the text as
 * too long.
 */
export const parseExactNumber = (text: string): number | ExactNumber => {
  const plain = toPlainNotation(text);
  if (plain === undefined) return Number.NaN;
  const number = Number(text);
  return toPlainNotation(String(number)) === plain ? number : new ExactNumber(plain);
};

/**
 * Parses the text of a JSON number that should be an id. NaN if its double is an integer and its
 * text is not, such as `1000.0000000000000001`. An integer that no double has becomes a double that
 * is not a safe integer either.
 */
export const parseIdNumber = (text: string): number => {
  const number = Number(text);
  const plain = toPlainNotation(text);
  const isWhole = plain !== undefined && !plain.includes('.');
  return Number.isInteger(number) && !isWhole ? Number.NaN : number;
};
