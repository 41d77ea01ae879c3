import { isIP, SocketAddress } from 'node:net';

/** A bare address, or `1.2.3.4:5678`, `[v6]:5678` and quotes, as some proxies write them. */
const WRITTEN = /^"?(?:\[(?<bracketed>[^[\]]+)\](?::\d{1,5})?|(?<v4>[\d.]+)(?::\d{1,5})?|(?<v6>[^"[\]]+))"?$/;
const MAPPED = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/;
const ZONE = /%.*$/;

/**
 * The IP address in `text` in canonical form, without port, brackets, quotes and zone; an
 * IPv4-mapped IPv6 address becomes the IPv4 address. `undefined` for anything else: `unknown`,
 * `_hidden`, a name.
 */
export const parseAddress = (text: string): string | undefined => {
  if (isIP(text) === 4) return text;
  const { bracketed, v4, v6 } = WRITTEN.exec(text.trim())?.groups ?? {};
  const address = (bracketed ?? v4 ?? v6 ?? '').replace(ZONE, '');
  if (isIP(address) !== 6) return isIP(address) === 4 && bracketed === undefined ? address : undefined;
  const canonical = new SocketAddress({ address, family: 'ipv6' }).address;
  return MAPPED.exec(canonical)?.[1] ?? canonical;
};

const GROUPS = 8;

/**
 * The network that the requests of a canonical address are counted for. An IPv4 address is its own;
 * an IPv6 address belongs to its /56, the smallest network that providers commonly give a customer,
 * written as 14 hexadecimal digits.
 */
export const networkOf = (address: string): string => {
  if (!address.includes(':')) return address;
  const [left = [], right = []] = address.split('::').map((half) => half.split(':').filter((group) => group !== ''));
  const zeros = Array<string>(GROUPS - left.length - right.length).fill('0');
  const digits = [...left, ...zeros, ...right].map((group) => group.padStart(4, '0')).join('');
  return `${digits.slice(0, 14)}/56`;
};
