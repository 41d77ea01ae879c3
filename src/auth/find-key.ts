import { hash, timingSafeEqual } from 'node:crypto';
import type { ApiKey } from './api-key.js';

/**
 * Finds the entry of a key; `undefined` if it is unknown. Hashes once and compares with every entry
 * in constant time, so that the duration reveals neither how much of a hash matched nor which entry
 * did.
 */
export const findKey = (key: string, keys: readonly ApiKey[]): ApiKey | undefined => {
  const digest = hash('sha256', key, 'buffer');
  let found: ApiKey | undefined;
  for (const entry of keys) found = timingSafeEqual(entry.digest, digest) ? entry : found;
  return found;
};
