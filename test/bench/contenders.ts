import { fileURLToPath } from 'node:url';

/** The build of the service; this file runs from `test/bench/dist`. */
export const DIST = fileURLToPath(new URL('../../../dist', import.meta.url));

const rival = (name: string): string => fileURLToPath(new URL(`rivals/${name}.process.js`, import.meta.url));

export const SERVICE = `${DIST}/main.js`;
export const RAW = rival('raw');
export const AFTERNOON = rival('afternoon-express');
export const AFTERNOON_FASTIFY = rival('afternoon-fastify');
export const EMPTY_NEST = rival('empty');

/** Settings that the service is measured with: everything on but the limiter, since all load comes from one address. */
export const serviceSettings = (upstreamUrl: string, maxAgeMs = 0): NodeJS.ProcessEnv => ({
  COPILOT_API_BASE_URL: upstreamUrl,
  LOG_LEVEL: 'info',
  RATE_LIMIT_PER_MINUTE: '0',
  USAGE_MAX_AGE_MS: String(maxAgeMs),
  UPSTREAM_TIMEOUT_MS: '120000',
  UPSTREAM_DEADLINE_MS: '120000',
});
