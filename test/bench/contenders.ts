import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

/** This file runs from `test/bench/dist`. */
const ROOT = new URL('../../../', import.meta.url);

/** What runs of the build: a bundle. */
const DIST = fileURLToPath(new URL('dist', ROOT));

/** The modules that the bundle is made of, for what is measured apart from the service. */
export const MODULES = fileURLToPath(new URL('dist-modules', ROOT));

/** What Node is told to run: options and a script. */
export type Command = readonly string[];

const rival = (name: string): Command => [fileURLToPath(new URL(`rivals/${name}.process.js`, import.meta.url))];

/** As `npm start` says it. */
const startCommand = (): Command => {
  const { scripts } = JSON.parse(readFileSync(new URL('package.json', ROOT), 'utf8')) as { scripts: { start: string } };
  const [, ...options] = scripts.start.split(' ');
  return options.map((option) => option.replace(/^dist/, DIST));
};

export const SERVICE = startCommand();
export const RAW = rival('raw');
export const AFTERNOON = rival('afternoon-express');
export const AFTERNOON_FASTIFY = rival('afternoon-fastify');
export const EMPTY_NEST = rival('empty');
export const NINE_CALLS = rival('nine-calls');

/** Settings that the service is measured with: everything on but the limiter, since all load comes from one address. */
export const serviceSettings = (upstreamUrl: string, maxAgeMs = 0): NodeJS.ProcessEnv => ({
  COPILOT_API_BASE_URL: upstreamUrl,
  LOG_LEVEL: 'info',
  RATE_LIMIT_PER_MINUTE: '0',
  USAGE_MAX_AGE_MS: String(maxAgeMs),
  UPSTREAM_TIMEOUT_MS: '120000',
  UPSTREAM_DEADLINE_MS: '120000',
});
