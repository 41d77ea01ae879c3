import type { IncomingMessage } from 'node:http';
import type { NestExpressApplication } from '@nestjs/platform-express';
import type { Request } from 'express';
import { allowedMethods } from '../http/problems/allowed-methods.js';
import type { ApiKey } from './api-key.js';
import { identifyCaller } from './identify-caller.middleware.js';
import { ScopeGuard } from './scope.guard.js';

/** Closes everything that is not declared public to callers without a key. Without keys it adds nothing to a request at all. */
export const protect = (app: NestExpressApplication, keys: readonly ApiKey[]): void => {
  if (keys.length === 0) return;
  app.use(identifyCaller(keys));
  app.useGlobalGuards(new ScopeGuard());
};

/**
 * Whether to read the body of a request. Where there are keys, only that of a caller who is known, for a route that takes one:
 * no public route does, so what is open to everybody, or not there, answers a right key as it does a wrong one.
 */
export const isWorthReading =
  (keys: readonly ApiKey[]) =>
  (message: IncomingMessage): boolean => {
    const request = message as Request;
    if (request.is('json') !== 'json') return false;
    if (keys.length === 0) return true;
    return request.caller !== undefined && request.method === 'POST' && allowedMethods(request).includes('POST');
  };
