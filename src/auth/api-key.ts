import type { Caller } from './caller.js';
import { DEFAULT_SCOPES, isScope } from './scope.js';

/** A key as the service stores it: its SHA-256 (32 bytes), never the key. */
export interface ApiKey extends Caller {
  readonly digest: Buffer;
}

/**
 * Injection token of the keys that the service knows: `readonly ApiKey[]`, empty where it is open.
 */
export const API_KEYS = Symbol('API_KEYS');

/** An entry of `API_KEYS`: a name, the hash, and optional scopes joined by `+`. */
const ENTRY = /^(?<name>[\w.-]{1,64}):(?<hash>[0-9a-f]{64})(?::(?<scopes>.*))?$/i;

/** Whether a name is valid for a key; it appears in the entry, the log and problem details. */
export const isKeyName = (name: string): boolean => /^[\w.-]{1,64}$/.test(name);

/**
 * Parses a list such as `billing-team:3f…,dashboard:9c…:usage:read+text:read`; `undefined` if an
 * entry is invalid. A name may be repeated, so that a key can be replaced without an outage. A hash
 * may not, because its entries could grant different scopes.
 */
export const parseApiKeys = (list: string): readonly ApiKey[] | undefined => {
  const keys = list === '' ? [] : list.split(',').map((entry) => parseEntry(entry.trim()));
  const hashes = new Set(keys.map((key) => key?.digest.toString('hex')));
  return keys.every((key) => key !== undefined) && hashes.size === keys.length ? keys : undefined;
};

const parseEntry = (entry: string): ApiKey | undefined => {
  const { name, hash, scopes } = ENTRY.exec(entry)?.groups ?? {};
  if (name === undefined || hash === undefined) return undefined;
  const granted = scopes === undefined ? DEFAULT_SCOPES : scopes.split('+');
  return granted.every(isScope) ? { name, digest: Buffer.from(hash, 'hex'), scopes: new Set(granted) } : undefined;
};
