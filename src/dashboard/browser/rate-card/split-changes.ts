import { credits, isLess, ZERO } from '../../../pricing/credits.js';
import type { ComparedCredits } from '../api.types.js';

/** The rows that cost more and those that cost less, each in the given order. */
export const splitByDirection = <Row extends ComparedCredits>(
  rows: readonly Row[],
): { readonly dearer: readonly Row[]; readonly cheaper: readonly Row[] } => ({
  dearer: rows.filter(({ difference }) => isLess(ZERO, credits(difference))),
  cheaper: rows.filter(({ difference }) => isLess(credits(difference), ZERO)),
});
