import { hash, timingSafeEqual } from 'node:crypto';
import type { ApiKey } from './api-key.js';

/**
 * The entry of this key. Hashes once and compares with every entry, in constant time and to the end, so that the time it takes
 * says neither how much of a hash was right nor which entry it was.
 */
export const knownKey = (key: string, keys: readonly ApiKey[]): ApiKey | undefined => {
  const digest = hash('sha256', key, 'buffer');
  let known: ApiKey | undefined;
  for (const entry of keys) known = timingSafeEqual(entry.digest, digest) ? entry : known;
  return known;
};
