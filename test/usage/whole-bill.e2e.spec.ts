import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { json } from '../support/answers.js';
import { FakeUpstream, MESSAGES } from '../support/fake-upstream.js';
import { apiKey } from '../support/keys.js';
import { message, period } from '../support/period.js';
import { type RunningService, startService } from '../support/service.js';
import { testSettings } from '../support/settings.js';

const OF_THE_MOMENT = new Set(['date', 'age', 'x-request-id', 'connection', 'keep-alive']);

/** A query for the whole bill that the middleware leaves to the controller. */
const BY_THE_CONTROLLER = '?format=json';

const key = (name: string): string => `key-of-${name}`;

describe('GET /usage, from the middleware and from the controller', () => {
  let upstream: FakeUpstream;
  let service: RunningService;
  let keyed: RunningService;

  beforeAll(async () => {
    upstream = await FakeUpstream.start();
    const ids = Array.from({ length: 50 }, (_, id) => id);
    upstream.on(MESSAGES, json(period(...ids.map((id) => message({ id })))));
    const start = (rest: object) =>
      startService(testSettings({ baseUrl: upstream.baseUrl }, { usageMaxAgeMs: 3_600_000, ...rest }));
    service = await start({});
    keyed = await start({
      apiKeys: [apiKey('reader', key('reader'), 'usage:read'), apiKey('scraper', key('scraper'), 'metrics:read')],
    });
    await service.http.get('/usage').expect(200);
    await keyed.http.get('/usage').set('X-API-Key', key('reader')).expect(200);
  });
  afterAll(async () => {
    await service.stop();
    await keyed.stop();
    await upstream.stop();
  });

  const answerOf = async (method: 'get' | 'head', path: string, headers: Record<string, string>) => {
    const response = await service.http[method](path).set(headers);
    const own = Object.entries(response.headers).filter(([name]) => !OF_THE_MOMENT.has(name));
    return { status: response.status, headers: Object.fromEntries(own), text: response.text };
  };

  it.each<{ headers: Record<string, string> }>([
    { headers: {} },
    { headers: { Accept: '*/*' } },
    { headers: { 'Accept-Encoding': 'identity' } },
    { headers: { 'Accept-Encoding': 'gzip' } },
    { headers: { 'If-None-Match': '"another"' } },
    { headers: { 'If-None-Match': '*' } },
    { headers: { 'If-None-Match': '*', 'Accept-Encoding': 'gzip' } },
    { headers: { 'Cache-Control': 'no-cache', 'If-None-Match': '*' } },
  ])('is the same answer, except for the ETag: $headers', async ({ headers }) => {
    for (const method of ['get', 'head'] as const) {
      const [middleware, controller] = [
        await answerOf(method, '/usage', headers),
        await answerOf(method, `/usage${BY_THE_CONTROLLER}`, headers),
      ];
      expect(middleware).toEqual(controller);
      expect(await answerOf(method, '/v1/usage', headers)).toEqual(middleware);
    }
  });

  it('is refused to the same callers', async () => {
    const statusFor = async (headers: Record<string, string>) => (await keyed.http.get('/usage').set(headers)).status;
    expect([
      await statusFor({}),
      await statusFor({ 'X-API-Key': 'guessed' }),
      await statusFor({ 'X-API-Key': key('scraper') }),
      await statusFor({ 'X-API-Key': key('reader') }),
    ]).toEqual([401, 401, 403, 200]);
  });

  it('asks upstream in neither case', async () => {
    const before = upstream.timesAsked(MESSAGES);
    await answerOf('get', '/usage', {});
    await answerOf('get', `/usage${BY_THE_CONTROLLER}`, {});
    expect(upstream.timesAsked(MESSAGES)).toBe(before);
  });
});
