import type { IncomingMessage } from 'node:http';
import type { NestExpressApplication } from '@nestjs/platform-express';
import type { Request } from 'express';
import type { ApiKey } from './api-key.js';
import { identifyCaller } from './identify-caller.middleware.js';
import { ScopeGuard } from './scope.guard.js';

/** Closes everything that is not declared public to callers without a key. Without keys it adds nothing to a request at all. */
export const protect = (app: NestExpressApplication, keys: readonly ApiKey[]): void => {
  if (keys.length === 0) return;
  app.use(identifyCaller(keys));
  app.useGlobalGuards(new ScopeGuard());
};

/** Whether to read the body of a request: a stranger's is refused unread, since no public route takes one. */
export const isWorthReading =
  (keys: readonly ApiKey[]) =>
  (request: IncomingMessage): boolean => {
    const { caller } = request as Request;
    return (keys.length === 0 || caller !== undefined) && (request as Request).is('json') === 'json';
  };
