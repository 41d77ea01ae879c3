import type { Request } from 'express';
import { clientAddress } from '../http/edge/client-address.js';
import { networkOf } from '../http/edge/ip-address.js';

/** What a caller is counted by: the name of its key, or the network of its address where it has no known key. */
export const callerKey = (request: Request): string =>
  request.caller ? `key ${request.caller.name}` : `address ${networkOf(clientAddress(request))}`;
