import { BlockList, isIP } from 'node:net';
import { SAMPLE } from './addresses.js';
import type { Environment } from './environment.js';

const LOOPBACK = new BlockList();
LOOPBACK.addSubnet('127.0.0.0', 8, 'ipv4');
LOOPBACK.addAddress('::1', 'ipv6');

/** Whether only this machine can reach a service that listens on `host`. */
export const isLoopback = (host: string): boolean =>
  host === 'localhost' || (isIP(host) > 0 && LOOPBACK.check(host, isIP(host) === 6 ? 'ipv6' : 'ipv4'));

/** The variables that decide who can read the bill; one that did not parse is undefined. */
type Exposure = Pick<Environment, 'HOST'> &
  Partial<Pick<Environment, 'API_KEYS' | 'ALLOW_OPEN' | 'COPILOT_API_BASE_URL'>>;

/** Returns why the service must not start without keys; undefined if it may start. */
export const findOpennessProblem = (
  { HOST, API_KEYS, ALLOW_OPEN, COPILOT_API_BASE_URL }: Exposure,
  production: boolean,
): string | undefined => {
  const isAllowed = ALLOW_OPEN === 'true' || (ALLOW_OPEN === 'sample' && COPILOT_API_BASE_URL === SAMPLE);
  return production && !isLoopback(HOST) && API_KEYS?.length === 0 && !isAllowed
    ? 'API_KEYS is required where NODE_ENV is production and HOST is not loopback; ALLOW_OPEN=true does without'
    : undefined;
};
