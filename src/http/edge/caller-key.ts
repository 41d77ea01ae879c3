import type { Request } from 'express';
import { clientAddress } from './client-address.js';
import { networkOf } from './ip-address.js';

declare module 'http' {
  interface IncomingMessage {
    /** The name of the caller's key; `undefined` unless the request has a known key. */
    keyName?: string;
  }
}

/**
 * Identifies a caller in counts: by the name of its key, or by the network of its address if it has
 * no known key.
 */
export const callerKey = (request: Request): string =>
  request.keyName === undefined ? `address ${networkOf(clientAddress(request))}` : `key ${request.keyName}`;
