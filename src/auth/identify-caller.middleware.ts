import type { RequestHandler } from 'express';
import type { ApiKey } from './api-key.js';
import { findKey } from './find-key.js';
import { presentedKey } from './presented-key.js';

/**
 * Middleware that sets `request.caller` and `request.keyName` for a known key. Refuses no request:
 * the rate limit also counts unknown callers, and `ScopeGuard` decides what they may see.
 */
export const identifyCaller =
  (keys: readonly ApiKey[]): RequestHandler =>
  (request, _response, next) => {
    const key = presentedKey(request);
    const caller = key === undefined ? undefined : findKey(key, keys);
    if (caller) {
      request.caller = caller;
      request.keyName = caller.name;
    }
    next();
  };
