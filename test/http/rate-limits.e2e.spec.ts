import { afterEach, describe, expect, it, jest } from '@jest/globals';
import type { Settings } from '../../src/config/settings.js';
import { FakeUpstream } from '../support/fake-upstream.js';
import { apiKey, bearer } from '../support/keys.js';
import { answered, ASKED_AS, problem } from '../support/problem-document.js';
import { type RunningService, startService } from '../support/service.js';
import { testSettings } from '../support/settings.js';

const KEYS = [
  apiKey('billing-team', 'old-key', 'usage:read'),
  apiKey('billing-team', 'new-key', 'usage:read'),
  apiKey('reporting', 'other-key', 'usage:read'),
];
const ALL_BUT_THE_DATE = [
  'hrtime',
  'nextTick',
  'performance',
  'queueMicrotask',
  'setImmediate',
  'clearImmediate',
  'setInterval',
  'clearInterval',
  'setTimeout',
  'clearTimeout',
] as const;
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
      [200, '"per-minute";q=2;w=60', expect.stringMatching(/^"per-minute";r=1;t=([1-9]|[1-5]\d|60)$/)],
      [200, '"per-minute";q=2;w=60', expect.stringMatching(/^"per-minute";r=0;t=([1-9]|[1-5]\d|60)$/)],
      [429, '"per-minute";q=2;w=60', expect.stringMatching(/^"per-minute";r=0;t=([1-9]|[1-5]\d|60)$/)],
    ]);
    const [, , refused = await ask()] = answers;
    const { 'retry-after': retryAfter } = refused.headers;
    expect(retryAfter).toMatch(/^([1-9]|[1-5]\d|60)$/);
    expect(answered(refused)).toEqual(
      problem('rate-limited', `More than 2 requests in a minute; retry in ${retryAfter} s`),
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

  it('counts what is below /health and is no probe, and a file of the page that is not there', async () => {
    await start();
    const { http } = service;
    const statuses = [];
    for (const asked of [http.post('/health/zzz'), http.get('/dashboard/vendor/nope.js'), http.get('/health/live?x')]) {
      statuses.push((await asked).status);
    }
    expect(statuses).toEqual([404, 404, 429]);
    expect((await http.head('/health/live')).status).toBe(200);
  });

  it('counts a preflight, and lets the page that is refused read why', async () => {
    const origin = 'https://billing.example.com';
    await start({ corsOrigins: [origin] });
    const answers = [];
    while (answers.length < 3) {
      const preflight = service.http.options('/usage').set({ Origin: origin, 'Access-Control-Request-Method': 'GET' });
      answers.push(await preflight);
    }
    expect(answers.map(({ status, headers }) => [status, headers['access-control-allow-origin']])).toEqual([
      [204, origin],
      [204, origin],
      [429, origin],
    ]);
  });

  it.each<{ what: string; addresses: string[] }>`
    what                                      | addresses
    ${'ports'}                                | ${['203.0.113.7:1', '203.0.113.7:2', '203.0.113.7']}
    ${'ports of IPv6'}                        | ${['[2001:db8::1]:1', '[2001:db8::2]:2', '2001:DB8:0:0::1']}
    ${'IPv4 within IPv6'}                     | ${['203.0.113.7', '::ffff:203.0.113.7', '[::ffff:cb00:7107]:9']}
    ${'no addresses, counted on their proxy'} | ${['unknown', '_hidden', 'garbage']}
    ${'no addresses behind what is invented'} | ${['203.0.113.1, unknown', '203.0.113.2, _hidden', '203.0.113.3, x']}
    ${'empty entries'}                        | ${['203.0.113.7,', '203.0.113.7, ,', ',203.0.113.7']}
  `('counts as one caller what a proxy writes as different: $what', async ({ addresses }) => {
    for (const trustedProxies of [1, ['loopback']] as const) {
      await start({ trustedProxies });
      const statuses = [];
      for (const address of addresses) statuses.push((await ask(from(address))).status);
      expect(statuses).toEqual([200, 200, 429]);
      await ask(from('198.51.100.9:1')).expect(200);
      if (trustedProxies === 1) await service.stop();
    }
  });

  it.each(['garbage', 'unknown'])(
    'counts "%s" on the same caller as a request straight from the proxy',
    async (none) => {
      await start({ trustedProxies: 1 });
      const statuses = [await ask(from(none)), await ask(), await ask(from(none))].map(({ status }) => status);
      expect(statuses).toEqual([200, 200, 429]);
    },
  );

  it.each([-3_600_000, 3_600_000])('goes by no wall clock: one that is set by %d ms changes nothing', async (ms) => {
    await start();
    await ask();
    await ask();
    jest.useFakeTimers({ doNotFake: [...ALL_BUT_THE_DATE] });
    try {
      jest.setSystemTime(Date.now() + ms);
      const refused = await ask();
      expect(refused.status).toBe(429);
      expect(refused.headers).toMatchObject({
        'retry-after': expect.stringMatching(/^([1-9]|[1-5]\d|60)$/),
        ratelimit: expect.stringMatching(/^"per-minute";r=0;t=([1-9]|[1-5]\d|60)$/),
      });
    } finally {
      jest.useRealTimers();
    }
  });

  it.each([
    'GET /',
    'GET /health/live',
    'POST /health/zzz',
    'POST /',
    'POST /nope',
    'PUT /docs-json',
    'DELETE /dashboard',
  ])('tells nobody by a public route whether a key is right: %s', async (route) => {
    await start({ apiKeys: KEYS });
    const [method = '', path = ''] = route.split(' ');
    const answers = [];
    for (const key of ['old-key', 'guess']) {
      const asked = service.http[method.toLowerCase() as 'get' | 'post' | 'put' | 'delete'](path);
      answers.push(
        await asked
          .set({ 'X-Request-Id': ASKED_AS, ...bearer(key) })
          .type('json')
          .send('{"broken'),
      );
    }
    const [right, wrong] = answers.map(({ status, text }) => ({ status, text }));
    expect(right).toEqual(wrong);
  });
});

describe('POST /v1/estimates, of a service with a limit', () => {
  let service: RunningService;
  let upstream: FakeUpstream;
  afterEach(async () => {
    await service.stop();
    await upstream.stop();
  });

  const start = async (rateLimitPerMinute: number): Promise<void> => {
    upstream = await FakeUpstream.start();
    service = await startService(testSettings({ baseUrl: upstream.baseUrl }, { rateLimitPerMinute }));
  };
  /** Asks for an estimate that names `reports` reports, none of which exists, some of them twice. */
  const estimate = (reports: number) => {
    const messages = Array.from({ length: reports }, (_, id) => ({ text: 'a', report_id: id }));
    return service.http
      .post('/v1/estimates')
      .set('X-Request-Id', ASKED_AS)
      .send({ messages: [...messages, ...messages.slice(0, 1000 - reports)] });
  };

  it.each([
    [0, 1],
    [15, 1],
    [16, 2],
    [31, 2],
    [32, 3],
    [1000, 63],
  ])('counts %d look-ups as %d requests', async (reports, cost) => {
    await start(100);
    const { status, headers } = await estimate(reports);
    expect([status, headers['ratelimit']]).toEqual([
      200,
      expect.stringMatching(new RegExp(`^"per-minute";r=${100 - cost};t=([1-9]|[1-5]\\d|60)$`)),
    ]);
  });

  it('is refused before upstream is asked where its look-ups do not fit, and costs no more than a request then', async () => {
    await start(5);
    expect((await estimate(32)).status).toBe(200);
    const asked = upstream.asked.length;
    const refused = await estimate(32);
    const { 'retry-after': retryAfter } = refused.headers;
    expect(retryAfter).toMatch(/^([1-9]|[1-5]\d|60)$/);
    expect(answered(refused)).toEqual(
      problem('rate-limited', `The request counts as 3, and 2 are left of 5 a minute; retry in ${retryAfter} s`),
    );
    expect(upstream.asked).toHaveLength(asked);
    expect((await estimate(0)).status).toBe(200);
    expect((await estimate(0)).status).toBe(429);
  });

  it('is told to split it if no minute allows as many look-ups', async () => {
    await start(5);
    expect(answered(await estimate(80))).toEqual(
      problem('rate-limited', 'The request counts as 6, and the limit is 5 a minute: split it'),
    );
    expect(upstream.asked).toEqual([]);
  });

  it('costs nothing where nothing is counted', async () => {
    await start(0);
    const { status, headers } = await estimate(1000);
    expect([status, headers['ratelimit']]).toEqual([200, undefined]);
  });
});
