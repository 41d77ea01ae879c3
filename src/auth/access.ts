import type { ApiKey } from './api-key.js';
import type { Caller } from './caller.js';
import { isOpenWithoutKeys, type Scope } from './scope.js';

/**
 * Metadata key of a handler's or controller's {@link Access}. In a service with keys, a handler
 * without it is closed to every caller.
 */
export const ACCESS = Symbol('ACCESS');

/** Who may call a handler: keys with a scope, or every caller. */
export type Access = Scope | 'public';

/**
 * Whether a caller has a scope. In a service without keys every caller has every scope that is {@link
 * isOpenWithoutKeys}.
 */
export const isGranted = (scope: Scope, caller: Caller | undefined, keys: readonly ApiKey[]): boolean =>
  keys.length === 0 ? isOpenWithoutKeys(scope) : caller?.scopes.has(scope) === true;
