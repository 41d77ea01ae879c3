import type { IncomingMessage } from 'node:http';
import type { Request } from 'express';
import { allowedMethods } from '../http/problems/allowed-methods.js';
import type { ApiKey } from './api-key.js';

/**
 * Returns the predicate that tells the body parser whether to read the body of a request. If the
 * service has keys, it reads only JSON from a known caller to a path with a POST route. No public
 * route takes a body, so a public or unknown path answers the same with a right key as with a wrong
 * one.
 */
export const isBodyExpected =
  (keys: readonly ApiKey[]) =>
  (message: IncomingMessage): boolean => {
    const request = message as Request;
    if (request.is('json') !== 'json') return false;
    if (keys.length === 0) return true;
    return request.caller !== undefined && request.method === 'POST' && allowedMethods(request).includes('POST');
  };
