import { ExactNumber } from '../../src/validation/exact-number.js';

/** An amount as the service's answers have it before they are written. */
export const exact = (decimal: number | string): ExactNumber => new ExactNumber(String(decimal));
