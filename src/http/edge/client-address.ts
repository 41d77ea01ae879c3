import type { Request } from 'express';
import { parseAddress } from './ip-address.js';

/**
 * Express's compiled `trust proxy` setting: whether to believe the proxy at `address`, `hop` hops
 * away from us.
 */
type TrustsProxy = (address: string, hop: number) => boolean;

/**
 * The canonical address of the client, by `X-Forwarded-For` as far as the proxies are trusted.
 * Express's `request.ip` keeps an entry as it is written, so that each port would be another
 * caller. The walk ends at a proxy whose entry is not an address: the entries beyond it may be the
 * client's invention.
 */
export const clientAddress = ({ app, socket, headers }: Request): string => {
  const remote = socket.remoteAddress ?? '';
  let address = parseAddress(remote) ?? remote;
  const forwarded = headers['x-forwarded-for'];
  if (forwarded === undefined) return address;
  const trustsProxy: TrustsProxy = app.get('trust proxy fn');
  const entries = String(forwarded).split(',').toReversed();
  for (const [hop, entry] of entries.filter((text) => text.trim() !== '').entries()) {
    const next = trustsProxy(address, hop) ? parseAddress(entry) : undefined;
    if (next === undefined) break;
    address = next;
  }
  return address;
};
