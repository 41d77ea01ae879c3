import type { Caller } from './caller.js';
import { DEFAULT_SCOPES, isScope } from './scope.js';

/** A key as the service knows it: by its SHA-256 (32 bytes), never by itself. */
export interface ApiKey extends Caller {
  readonly digest: Buffer;
}

/** One entry of `API_KEYS`: a name, the hash, and perhaps scopes with `+` between them. */
const ENTRY = /^(?<name>[\w.-]{1,64}):(?<hash>[0-9a-f]{64})(?::(?<scopes>.*))?$/i;

/** What a key may be called: it stands in an entry, in the log and in problems. */
export const isKeyName = (name: string): boolean => /^[\w.-]{1,64}$/.test(name);

/**
 * The keys of a list such as `billing-team:3f…,dashboard:9c…:usage:read+text:read`. A name may come several times, so that a key
 * can be replaced without an outage; a hash may not, since nobody could say which entry counts. Nothing where an entry is wrong.
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
