import { hash, randomBytes } from 'node:crypto';
import { isKeyName } from './api-key.js';
import { isScope, SCOPES } from './scope.js';

/** So that a scanner for secrets that were published by mistake can know one. */
const PREFIX = 'ccu_';
/** As many bits as the hash keeps: a key cannot be guessed, so it needs no slow hash. */
const RANDOM_BYTES = 32;

export interface NewKey {
  /** Whoever calls gets this; it is kept nowhere. */
  readonly key: string;
  /** What `API_KEYS` gets. */
  readonly entry: string;
}

/**
 * Makes a random key of this name, for these scopes (`usage:read+text:read`), or for those that an entry without scopes has.
 * Throws an Error where the name or a scope is none.
 */
export const newKey = (name: string, scopes?: string): NewKey => {
  if (!isKeyName(name)) throw new Error('A name has 1 to 64 letters, digits, dots, dashes or underscores');
  if (scopes !== undefined && !scopes.split('+').every(isScope)) {
    throw new Error(`Scopes are ${SCOPES.join(', ')}, with + between them`);
  }
  const key = `${PREFIX}${randomBytes(RANDOM_BYTES).toString('base64url')}`;
  return { key, entry: [name, hash('sha256', key), ...(scopes === undefined ? [] : [scopes])].join(':') };
};
