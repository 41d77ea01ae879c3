import { isIP } from 'node:net';
import { ParsedBy } from './parsed-by.js';

/**
 * Express's `trust proxy`: no proxy, the number of proxies in front of the service, or the
 * addresses and networks of those that are trusted.
 */
export type TrustedProxies = false | number | readonly string[];

const NAMED_NETWORKS: ReadonlySet<string> = new Set(['loopback', 'linklocal', 'uniquelocal']);
const HOPS_MAX = 32;

/**
 * Parses `false`, a number of hops, or a list of addresses, networks (`10.0.0.0/8`) and Express's
 * named networks; returns undefined for any other text.
 */
export const parseTrustedProxies = (text: string): TrustedProxies | undefined => {
  if (text === 'false') return false;
  if (/^\d{1,2}$/.test(text)) return Number(text) <= HOPS_MAX ? Number(text) : undefined;
  const networks = text.split(',').map((network) => network.trim());
  return networks.every(isNetwork) ? networks : undefined;
};

const isNetwork = (network: string): boolean => {
  if (NAMED_NETWORKS.has(network)) return true;
  const [address = '', prefix, ...more] = network.split('/');
  const bits = { 0: -1, 4: 32, 6: 128 }[isIP(address)] ?? -1;
  const length = prefix === undefined ? bits : /^\d{1,3}$/.test(prefix) ? Number(prefix) : Infinity;
  return bits > 0 && length <= bits && more.length === 0;
};

/**
 * A field that holds {@link TrustedProxies}. `true` is refused: with it, every caller could choose
 * its own address.
 */
export const IsTrustedProxies = (): PropertyDecorator =>
  ParsedBy(
    parseTrustedProxies,
    `must be false, a number of proxies from 0 to ${HOPS_MAX}, or addresses and networks with commas between them`,
  );
