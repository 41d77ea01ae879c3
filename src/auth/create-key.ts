import { hash, randomBytes } from 'node:crypto';
import { isKeyName } from './api-key.js';
import { isScope, SCOPES } from './scope.js';

/** Lets secret scanners recognise a key that was published by mistake. */
const PREFIX = 'ccu_';
/** As many bits as the hash has. A random key cannot be guessed, so a fast hash is enough. */
const RANDOM_BYTES = 32;

export interface CreatedKey {
  /** The key, for the caller; the service does not store it. */
  readonly key: string;
  /** The entry for `API_KEYS`. */
  readonly entry: string;
}

/**
 * Creates a random key with this name and these scopes (`usage:read+text:read`), by default those
 * of an entry without scopes. Throws an Error if the name or a scope is invalid.
 */
export const createKey = (name: string, scopes?: string): CreatedKey => {
  if (!isKeyName(name)) throw new Error('A name has 1 to 64 letters, digits, dots, dashes or underscores');
  if (scopes !== undefined && !scopes.split('+').every(isScope)) {
    throw new Error(`Scopes are ${SCOPES.join(', ')}, with + between them`);
  }
  const key = `${PREFIX}${randomBytes(RANDOM_BYTES).toString('base64url')}`;
  return { key, entry: [name, hash('sha256', key), ...(scopes === undefined ? [] : [scopes])].join(':') };
};
