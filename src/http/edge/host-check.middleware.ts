import { isIP } from 'node:net';
import type { RequestHandler } from 'express';
import { InvalidInputError } from '../../validation/invalid-input.error.js';

/** Whether a host name is one of this machine, which no other site can own. */
const isLocal = (name: string): boolean =>
  name === 'localhost' ||
  name.endsWith('.localhost') ||
  name === '::1' ||
  (isIP(name) === 4 && name.startsWith('127.'));

/** The name or address in a `Host` header, in lower case, without brackets, port and final dot. */
const parseHostName = (host: string): string =>
  (/^\[(.*)\](:\d*)?$/.exec(host)?.[1] ?? host.replace(/:\d*$/, '')).toLowerCase().replace(/\.$/, '');

/**
 * Throws an InvalidInputError (400) unless the `Host` is a name of this machine or one of
 * `allowed`. Protects a service without keys on loopback from DNS rebinding: an attacker's page
 * whose name is pointed to 127.0.0.1 after it has loaded may read our answers as its own site's,
 * and only the `Host` that it sends gives it away.
 */
export const hostCheck =
  (allowed: readonly string[]): RequestHandler =>
  ({ headers: { host } }, _response, next) => {
    // Every browser sends `Host`, so a request without one comes from no page.
    const name = host === undefined ? 'localhost' : parseHostName(host);
    if (isLocal(name) || allowed.includes(name)) return next();
    throw new InvalidInputError([{ field: 'Host', reason: 'is not a name of this service; ALLOWED_HOSTS can add it' }]);
  };
