import { ExactNumber } from './exact-number.js';
import { plainDecimal } from './plain-decimal.js';

/**
 * A number of JSON, to the last digit of its text: as a double where one has that value, and else as an
 * {@link ExactNumber}. NaN, which is no number of JSON, where it is beyond the bounds of {@link plainDecimal}.
 */
export const exactNumber = (text: string): number | ExactNumber => {
  const plain = plainDecimal(text);
  if (plain === undefined) return Number.NaN;
  const number = Number(text);
  return plainDecimal(String(number)) === plain ? number : new ExactNumber(plain);
};

/**
 * A number of JSON that is to be an id: NaN where its double is whole and its text is not. A whole number
 * that no double has is beyond all safe integers, and so is the double it is read as.
 */
export const idNumber = (text: string): number => {
  const number = Number(text);
  const plain = plainDecimal(text);
  const isWhole = plain !== undefined && !plain.includes('.');
  return Number.isInteger(number) && !isWhole ? Number.NaN : number;
};
