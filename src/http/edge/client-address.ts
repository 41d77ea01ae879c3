import type { Request } from 'express';
import { parseAddress } from './ip-address.js';

/** Express's own reading of `trust proxy`: whether the address that is `hop` hops from us may say who asked it. */
type Trusts = (address: string, hop: number) => boolean;

/**
 * The address that asks, by `X-Forwarded-For` as far as the proxies are trusted. Express's `ip` takes an entry as it is
 * written, so that each port would be another caller. An entry that is no address ends the walk at the proxy that wrote it:
 * what lies beyond may be the caller's invention.
 */
export const clientAddress = ({ app, socket, headers }: Request): string => {
  const remote = socket.remoteAddress ?? '';
  let address = parseAddress(remote) ?? remote;
  const forwarded = headers['x-forwarded-for'];
  if (forwarded === undefined) return address;
  const trusts: Trusts = app.get('trust proxy fn');
  const entries = String(forwarded).split(',').toReversed();
  for (const [hop, entry] of entries.filter((text) => text.trim() !== '').entries()) {
    const next = trusts(address, hop) ? parseAddress(entry) : undefined;
    if (next === undefined) break;
    address = next;
  }
  return address;
};
