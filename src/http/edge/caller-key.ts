import type { Request } from 'express';
import { clientAddress } from './client-address.js';
import { networkOf } from './ip-address.js';

declare module 'http' {
  interface IncomingMessage {
    /** The name of the caller's key; undefined until a known key has been presented. */
    keyName?: string;
  }
}

/** What a caller is counted by: the name of its key, or the network of its address where it has no known key. */
export const callerKey = (request: Request): string =>
  request.keyName === undefined ? `address ${networkOf(clientAddress(request))}` : `key ${request.keyName}`;
