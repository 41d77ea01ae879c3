import type { RequestHandler } from 'express';
import type { ApiKey } from './api-key.js';
import { knownKey } from './known-key.js';
import { presentedKey } from './presented-key.js';

/** Finds out who asks. Refuses nobody: the limit counts strangers too, and what they may see is the guard's to say. */
export const identifyCaller =
  (keys: readonly ApiKey[]): RequestHandler =>
  (request, _response, next) => {
    const key = presentedKey(request);
    const caller = key === undefined ? undefined : knownKey(key, keys);
    if (caller) {
      request.caller = caller;
      request.keyName = caller.name;
    }
    next();
  };
