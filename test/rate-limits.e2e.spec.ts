import { afterEach, describe, expect, it } from '@jest/globals';
import type { Settings } from '../src/config/settings.js';
import { apiKey, bearer } from './support/keys.js';
import { answered, ASKED_AS, problem } from './support/problem-document.js';
import { type RunningService, startService } from './support/service.js';
import { testSettings } from './support/settings.js';

const KEYS = [
  apiKey('billing-team', 'old-key', 'usage:read'),
  apiKey('billing-team', 'new-key', 'usage:read'),
  apiKey('reporting', 'other-key', 'usage:read'),
];
const from = (address: string): Record<string, string> => ({ 'X-Forwarded-For': address });

describe('a service that takes two requests a minute', () => {
  let service: RunningService;
  afterEach(() => service.stop());

  const start = async (settings: Partial<Settings> = {}): Promise<void> => {
    service = await startService(testSettings({ baseUrl: 'sample' }, { rateLimitPerMinute: 2, ...settings }));
  };
  const ask = (headers: Record<string, string> = {}, path = '/v1/rate-cards') =>
    service.http.get(path).set({ 'X-Request-Id': ASKED_AS, ...headers });

  it('counts down, and then says when to come again', async () => {
    await start();
    const answers = [await ask(), await ask(), await ask()];
    expect(answers.map(({ status, headers }) => [status, headers['ratelimit-policy'], headers['ratelimit']])).toEqual([
      [200, '"per-minute";q=2;w=60', expect.stringMatching(/^"per-minute";r=1;t=(60|59)$/)],
      [200, '"per-minute";q=2;w=60', expect.stringMatching(/^"per-minute";r=0;t=(60|59)$/)],
      [429, '"per-minute";q=2;w=60', expect.stringMatching(/^"per-minute";r=0;t=(60|59)$/)],
    ]);
    const [, , refused = await ask()] = answers;
    const { 'retry-after': retryAfter } = refused.headers;
    expect(retryAfter).toMatch(/^(60|59)$/);
    expect(answered(refused)).toEqual(
      problem('rate-limited', `More than 2 requests in a minute; the next one is taken in ${retryAfter} s`),
    );
  });

  it('counts a key by its name, so that two keys of one name are one caller, and others are others', async () => {
    await start({ apiKeys: KEYS });
    const statuses = [];
    for (const key of ['old-key', 'new-key', 'old-key', 'new-key', 'other-key']) {
      statuses.push((await ask(bearer(key))).status);
    }
    expect(statuses).toEqual([200, 200, 429, 429, 200]);
  });

  it('counts guesses on the address that they come from, not on the keys that it has', async () => {
    await start({ apiKeys: KEYS });
    const statuses = [];
    for (const guess of ['guess-1', 'guess-2', 'guess-3', 'guess-4']) statuses.push((await ask(bearer(guess))).status);
    expect(statuses).toEqual([401, 401, 429, 429]);
    await ask(bearer('old-key')).expect(200);
  });

  it('counts what is public, and what is not there, as well', async () => {
    await start();
    const [index, missing, document] = [await ask({}, '/'), await ask({}, '/nope'), await ask({}, '/docs-json')];
    expect([index.status, missing.status, document.status]).toEqual([200, 404, 429]);
  });

  it('counts no probe, and no file of the page', async () => {
    await start();
    for (const path of ['/health/live', '/health/ready', '/dashboard/vendor/preact/preact.mjs']) {
      for (let times = 0; times < 4; times += 1) {
        const { status, headers } = await ask({}, path);
        expect([path, status, headers['ratelimit']]).toEqual([path, 200, undefined]);
      }
    }
    await ask().expect(200);
  });

  it('believes nobody who says where it is, while it trusts no proxy', async () => {
    await start();
    const statuses = [];
    for (const address of ['198.51.100.1', '198.51.100.2', '198.51.100.3']) {
      statuses.push((await ask(from(address))).status);
    }
    expect(statuses).toEqual([200, 200, 429]);
  });

  it.each<{ trustedProxies: Settings['trustedProxies'] }>`
    trustedProxies
    ${1}
    ${['loopback']}
    ${['10.0.0.0/8', '127.0.0.1']}
  `('believes the proxy that it trusts, and nobody beyond it: $trustedProxies', async ({ trustedProxies }) => {
    await start({ trustedProxies });
    const statuses = [];
    for (const forged of ['203.0.113.1', '203.0.113.2', '203.0.113.3']) {
      statuses.push((await ask(from(`${forged}, 198.51.100.1`))).status);
    }
    expect(statuses).toEqual([200, 200, 429]);
    await ask(from('198.51.100.2')).expect(200);
  });

  it('counts a network of IPv6 as one caller: each has more addresses than there are requests', async () => {
    await start({ trustedProxies: 1 });
    const statuses = [];
    for (const address of ['2001:db8:1:1::1', '2001:db8:1:2::2', '2001:db8:1:3::3', '2001:db8:2::1']) {
      statuses.push((await ask(from(address))).status);
    }
    expect(statuses).toEqual([200, 200, 429, 200]);
  });

  it('refuses before it reads a body', async () => {
    await start();
    await ask();
    await ask();
    const answer = await service.http.post('/v1/estimates').type('json').send('not JSON');
    expect(answer.status).toBe(429);
  });

  it('counts nothing where the limit is 0', async () => {
    await start({ rateLimitPerMinute: 0 });
    for (let times = 0; times < 4; times += 1) {
      const { status, headers } = await ask();
      expect([status, headers['ratelimit'], headers['ratelimit-policy']]).toEqual([200, undefined, undefined]);
    }
  });
});
