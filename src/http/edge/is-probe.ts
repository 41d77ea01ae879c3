import type { IncomingMessage } from 'node:http';

const PROBES: ReadonlySet<string | undefined> = new Set(['/health/live', '/health/ready']);

/**
 * Whether this is a probe, which is always answered: GET or HEAD of one of the two addresses to the letter. What Express
 * routes to the same handlers (another case, a slash at the end, a query) is a request like any other.
 */
export const isProbe = ({ method, url }: Pick<IncomingMessage, 'method' | 'url'>): boolean =>
  PROBES.has(url) && (method === 'GET' || method === 'HEAD');
