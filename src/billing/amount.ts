import { type Credits, toPlainDecimal } from '../pricing/index.js';
import { ExactNumber } from '../validation/exact-number.js';

/** The amount for an answer: a JSON number that keeps every digit, whatever its size. */
export const toAmount = (credits: Credits): ExactNumber => new ExactNumber(toPlainDecimal(credits));
