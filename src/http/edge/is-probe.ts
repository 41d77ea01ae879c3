import type { IncomingMessage } from 'node:http';

const PROBES: ReadonlySet<string | undefined> = new Set(['/health/live', '/health/ready']);

/**
 * Whether a request is a health probe, which is exempt from all limits: GET or HEAD of exactly
 * `/health/live` or `/health/ready`. Other spellings that Express routes to the same handlers
 * (another case, a trailing slash, a query) are ordinary requests.
 */
export const isProbe = ({ method, url }: Pick<IncomingMessage, 'method' | 'url'>): boolean =>
  PROBES.has(url) && (method === 'GET' || method === 'HEAD');
