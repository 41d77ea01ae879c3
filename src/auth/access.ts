import type { ApiKey } from './api-key.js';
import type { Caller } from './caller.js';
import type { Scope } from './scope.js';

/** Metadata of a handler or of its controller: who may call it. Without it nobody may, once there are keys. */
export const ACCESS = Symbol('ACCESS');

export type Access = Scope | 'public';

/** Whether a caller has a scope. A service without keys is open: everybody has every scope there. */
export const isGranted = (scope: Scope, caller: Caller | undefined, keys: readonly ApiKey[]): boolean =>
  keys.length === 0 || caller?.scopes.has(scope) === true;
