import { BlockList, isIP } from 'node:net';
import type { Environment } from './environment.js';
import { SAMPLE } from './upstream-address.js';

const LOOPBACK = new BlockList();
LOOPBACK.addSubnet('127.0.0.0', 8, 'ipv4');
LOOPBACK.addAddress('::1', 'ipv6');

/** Whether only this machine can reach a service that listens there. */
export const isLoopback = (host: string): boolean =>
  host === 'localhost' || (isIP(host) > 0 && LOOPBACK.check(host, isIP(host) === 6 ? 'ipv6' : 'ipv4'));

/** Why the service may not start as open as it would be; nothing where it may. */
export const tooOpen = (
  { HOST, API_KEYS, ALLOW_OPEN, COPILOT_API_BASE_URL }: Environment,
  production: boolean,
): string | undefined => {
  const isAllowed = ALLOW_OPEN === 'true' || (ALLOW_OPEN === 'sample' && COPILOT_API_BASE_URL === SAMPLE);
  return production && !isLoopback(HOST) && API_KEYS === '' && !isAllowed
    ? 'API_KEYS is required where NODE_ENV is production and HOST is not loopback; ALLOW_OPEN=true does without'
    : undefined;
};
