import { isIP } from 'node:net';
import type { RequestHandler } from 'express';
import { InvalidInputError } from '../../validation/invalid-input.error.js';

/** Names of this machine, which no page of another site can make its own. */
const isOfThisMachine = (name: string): boolean =>
  name === 'localhost' ||
  name.endsWith('.localhost') ||
  name === '::1' ||
  (isIP(name) === 4 && name.startsWith('127.'));

/** The name or address in a `Host` header, in lower case, without brackets and port. */
const hostNameOf = (host: string): string =>
  (/^\[(.*)\](:\d*)?$/.exec(host)?.[1] ?? host.replace(/:\d*$/, '')).toLowerCase().replace(/\.$/, '');

/**
 * Refuses a request by another `Host` than a name of this machine or one of `allowed`: 400. It is for a service that is open
 * to who is on its machine. A page of another site, whose name its owner points to 127.0.0.1 once it is loaded, is of that
 * site to the browser and reads what it asks (DNS rebinding); only the `Host` that it asks by gives it away.
 */
export const hostCheck =
  (allowed: readonly string[]): RequestHandler =>
  ({ headers: { host } }, _response, next) => {
    // Every browser sends it; what sends none is no page.
    const name = host === undefined ? 'localhost' : hostNameOf(host);
    if (isOfThisMachine(name) || allowed.includes(name)) return next();
    throw new InvalidInputError([{ field: 'Host', reason: 'is no name of this service; ALLOWED_HOSTS can add one' }]);
  };
