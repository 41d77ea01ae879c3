import { isIP } from 'node:net';
import { Satisfies } from '../validation/satisfies.js';

/** As Express takes it: nobody, the number of proxies in front of the service, or who they are. */
export type TrustedProxies = false | number | readonly string[];

const NAMED_NETWORKS: ReadonlySet<string> = new Set(['loopback', 'linklocal', 'uniquelocal']);
const MOST_HOPS = 32;

/** Reads `false`, a number of hops, or a list of addresses, networks (`10.0.0.0/8`) and Express's names of some. */
export const parseTrustedProxies = (text: string): TrustedProxies | undefined => {
  if (text === 'false') return false;
  if (/^\d{1,2}$/.test(text)) return Number(text) <= MOST_HOPS ? Number(text) : undefined;
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

/** `true` is refused: whoever trusts every proxy trusts every caller to say where it is. */
export const IsTrustedProxies = (): PropertyDecorator =>
  Satisfies(
    (value) => typeof value === 'string' && parseTrustedProxies(value) !== undefined,
    `must be false, a number of proxies from 0 to ${MOST_HOPS}, or addresses and networks with commas between them`,
  );
