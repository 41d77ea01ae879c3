import { describe, expect, it } from '@jest/globals';
import { useService } from '../support/use-service.js';
import { apiKey, bearer } from '../support/keys.js';

const ORIGIN = 'https://billing.example.com';
const OTHERS = [
  'https://billing.example.com.evil.example',
  'http://billing.example.com',
  'https://example.com',
  'null',
];
const CORS = /^access-control-/;

const corsOf = (headers: Readonly<Record<string, string>>): object =>
  Object.fromEntries(Object.entries(headers).filter(([name]) => CORS.test(name)));

describe('a service without CORS_ORIGINS', () => {
  const edge = useService();

  it.each([ORIGIN, ...OTHERS])('lets no page of another origin read an answer: %s', async (origin) => {
    const { headers } = await edge.ask('get', '/usage').set('Origin', origin).expect(200);
    expect(corsOf(headers)).toEqual({});
  });

  it('answers no preflight', async () => {
    const preflight = edge.ask('options', '/usage').set({ Origin: ORIGIN, 'Access-Control-Request-Method': 'GET' });
    expect(corsOf((await preflight.expect(405)).headers)).toEqual({});
  });
});

describe('a service with CORS_ORIGINS', () => {
  const edge = useService({
    settings: {
      corsOrigins: [ORIGIN, 'http://localhost:3000'],
      apiKeys: [apiKey('page', 'key-of-page', 'usage:read')],
      rateLimitPerMinute: 1000,
    },
  });
  const READABLE = {
    'access-control-allow-origin': ORIGIN,
    'access-control-expose-headers':
      'ETag,Age,Content-Disposition,Location,Retry-After,X-Request-Id,RateLimit,RateLimit-Policy,WWW-Authenticate,Allow',
  };

  it.each<{ what: string; headers: Record<string, string>; status: number }>`
    what                   | headers                      | status
    ${'an answer'}         | ${bearer('key-of-page')}     | ${200}
    ${'a refusal as well'} | ${bearer('key-of-somebody')} | ${401}
  `('lets a page of such an origin read $what', async ({ headers, status }) => {
    const answer = await edge
      .ask('get', '/usage')
      .set({ Origin: ORIGIN, ...headers })
      .expect(status);
    expect(corsOf(answer.headers)).toEqual(READABLE);
    expect(answer.headers['vary']).toMatch(/\bOrigin\b/);
  });

  it.each(OTHERS)('lets no page of another origin read one: %s', async (origin) => {
    const asked = edge.ask('get', '/usage').set({ Origin: origin, ...bearer('key-of-page') });
    const { headers } = await asked.expect(200);
    expect(headers).not.toHaveProperty('access-control-allow-origin');
    expect(headers['vary']).toMatch(/\bOrigin\b/);
  });

  it('answers a preflight, which has no key, without asking anybody', async () => {
    const { status, headers } = await edge.ask('options', '/v1/estimates').set({
      Origin: ORIGIN,
      'Access-Control-Request-Method': 'POST',
      'Access-Control-Request-Headers': 'authorization,content-type',
    });
    expect(status).toBe(204);
    expect(corsOf(headers)).toEqual({
      ...READABLE,
      'access-control-allow-methods': 'GET,HEAD,POST',
      'access-control-allow-headers': 'Authorization,X-API-Key,Content-Type,If-None-Match,Idempotency-Key,X-Request-Id',
      'access-control-max-age': '3600',
    });
    expect(edge.upstream.asked).toEqual([]);
  });

  it.each(OTHERS)('allows no preflight of another origin: %s', async (origin) => {
    const preflight = edge.ask('options', '/usage').set({ Origin: origin, 'Access-Control-Request-Method': 'GET' });
    expect((await preflight).headers).not.toHaveProperty('access-control-allow-origin');
  });

  it('allows no page to ask in the name of whoever is logged in', async () => {
    const { headers } = await edge.ask('get', '/usage').set('Origin', ORIGIN);
    expect(headers).not.toHaveProperty('access-control-allow-credentials');
  });
});
