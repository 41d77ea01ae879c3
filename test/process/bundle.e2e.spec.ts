import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { SCOPES } from '../../src/auth/scope.js';
import { EXAMPLES } from '../../src/openapi/examples.js';
import { apiKey, bearer } from '../support/keys.js';
import { OPERATIONS } from '../support/operations.js';
import { eventually } from '../support/polling.js';
import { Scrape } from '../support/prometheus.js';
import { ServiceProcess } from '../support/service-process.js';

const PRELOADED = fileURLToPath(new URL('../support/no-sha1.mjs', import.meta.url));
const KEY = 'key-of-the-test';
/** Part of the digests of a ledger. */
const LEDGER_KEY = '2f'.repeat(32);

/** A build of the service, started as `npm start` does; after `SIGUSR2` it fails at every answer in JSON. */
const startOf = (folder: string): ServiceProcess => {
  const main = fileURLToPath(new URL(`../../${folder}/main.js`, import.meta.url));
  const hash = apiKey('tester', KEY).digest.toString('hex');
  const env = { COPILOT_API_BASE_URL: 'sample', PORT: '0', LEDGER_KEY, API_KEYS: `tester:${hash}:${SCOPES.join('+')}` };
  return ServiceProcess.startWith(env, ['--enable-source-maps', `--import=${PRELOADED}`, main]);
};

/** A path of the template: of a message, a rate card and a period of the sample, or of what the sample does not have. */
const expand = (template: string): string =>
  template
    .replace('periods/{id}', 'periods/2026-01-05')
    .replace('{id}', 'standard')
    .replace('{message_id}', '2002')
    .replace('{number}', '1');

/** A request to each operation without a query, and each example of the documentation. */
const REQUESTS: readonly (readonly [string, object])[] = [
  ...OPERATIONS.filter(({ path }) => path !== '/metrics').map(
    ({ method, path }) => [`${method.toUpperCase()} ${expand(path)}`, {}] as const,
  ),
  ...Object.entries(EXAMPLES).map(([asked, { request = {} }]) => [asked, request] as const),
];

describe('the bundle, beside the modules that it is made of', () => {
  let services: readonly ServiceProcess[];
  let urls: readonly string[];
  const startedAt = new Date().toISOString();

  beforeAll(async () => {
    services = ['dist', 'dist-modules'].map(startOf);
    urls = await Promise.all(services.map((service) => service.url()));
  });
  afterAll(() => Promise.all(services.map((service) => service.end())));

  /** What both answer, but for addresses and moments of this test. */
  const ask = (asked: string, body = {}) => {
    const [method = '', path = ''] = asked.split(' ');
    const sent = {
      ...bearer(KEY),
      'Content-Type': 'application/json',
      'X-Request-Id': 'compared',
      'Idempotency-Key': asked,
    };
    return Promise.all(
      urls.map(async (url) => {
        const response = await fetch(`${url}${path}`, {
          method,
          headers: sent,
          ...(method === 'POST' && { body: JSON.stringify(body) }),
        });
        const { etag, ...rest } = Object.fromEntries(response.headers);
        const text = await response.text();
        const timeless = text
          .replaceAll(url, '')
          .replaceAll(/\d{4}-\d\d-\d\dT[\d:.]+Z/g, (instant) => (instant < startedAt ? instant : 'now'));
        const headers = { ...rest, date: 'now', ratelimit: 'less and less', etag: timeless === text && etag };
        return { status: response.status, headers, text: timeless };
      }),
    );
  };

  it.each(REQUESTS)('answers %s alike', async (asked, body) => {
    const [bundled, unbundled] = await ask(asked, body);
    expect(bundled).toEqual(unbundled);
  });

  it.each(['/docs', '/docs-json', '/docs-yaml', '/docs/swagger-ui-bundle.js', '/nothing'])(
    'answers GET %s alike',
    async (path) => {
      const [bundled, unbundled] = await ask(`GET ${path}`);
      expect(bundled).toEqual(unbundled);
    },
  );

  it('has the same metrics', async () => {
    const [bundled, unbundled] = await ask('GET /metrics');
    expect(new Scrape(bundled?.text ?? '').families).toEqual(new Scrape(unbundled?.text ?? '').families);
  });

  it('says the same while it starts and answers', async () => {
    // A line comes after the answer that it is about.
    await eventually('as many lines of each', () => new Set(services.map(({ log }) => log.length)).size === 1);
    const [bundled, unbundled] = services.map(({ log }) =>
      log.map(({ context, msg }) => `${String(context)}: ${msg}`.replaceAll(/127\.0\.0\.1:\d+|\+\d+ms/g, '')),
    );
    expect(bundled).toEqual(unbundled);
  });

  it('names the same places of the sources in the stack of an error', async () => {
    const stacks = await Promise.all(
      services.map(async (service) => {
        service.signal('SIGUSR2');
        const url = `${await service.url()}/v1/rate-cards`;
        // The signal may come after the next answer.
        await eventually('an error', async () => (await fetch(url, { headers: bearer(KEY) })).status === 500);
        const { err } = await service.entry(/^GET 500$/);
        return String((err as Error).stack)
          .split('\n')
          .filter((line) => /\/src\/.*\.ts:/.test(line));
      }),
    );
    expect(stacks[0]).toEqual(stacks[1]);
    expect(stacks[0]?.[0]).toMatch(/ at writeBody \(.*\/src\/http\/answers\/send-json\.ts:\d+:\d+\)$/);
  });
});
