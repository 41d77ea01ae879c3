import type { SealCheck } from '../period-under-check.js';

/** The manifest names the digest of the period before, so that one digest vouches for the whole past. */
export const checkLink: SealCheck = ({ book, stated, facts }) => {
  if (stated['previous'] === (facts.previousDigest ?? null)) return undefined;
  return book.previous === undefined
    ? `the manifest of period ${book.id} names a period before it, and there is none`
    : `the manifest of period ${book.id} does not name the digest of period ${book.previous} before it`;
};
