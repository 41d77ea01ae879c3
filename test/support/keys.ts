import { createHash } from 'node:crypto';
import type { ApiKey } from '../../src/auth/api-key.js';
import type { Scope } from '../../src/auth/scope.js';

/** An entry as the service keeps it, of this key. */
export const apiKey = (name: string, key: string, ...scopes: Scope[]): ApiKey => ({
  name,
  digest: createHash('sha256').update(key).digest(),
  scopes: new Set(scopes),
});

export const bearer = (key: string): Record<string, string> => ({ Authorization: `Bearer ${key}` });
