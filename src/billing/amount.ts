import { type Credits, toPlainDecimal } from '../pricing/index.js';
import { ExactNumber } from '../validation/exact-number.js';

/** The amount as an answer has it: a JSON number with its exact decimal, whatever its size. */
export const toAmount = (credits: Credits): ExactNumber => new ExactNumber(toPlainDecimal(credits));
