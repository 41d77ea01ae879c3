import type { Server } from 'node:http';
import { connect } from 'node:net';
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { anyCharacter } from '../support/any-character.js';
import { assertLaw } from '../support/assert-law.js';
import { json, silent, status } from '../support/answers.js';
import { BILL, useService } from '../support/use-service.js';
import { MESSAGES } from '../support/fake-upstream.js';
import { answered } from '../support/problem-document.js';
import { refusal } from '../support/refusals.js';
import { Scrape } from '../support/prometheus.js';
import { converse, portOf, rawGet } from '../support/raw-http.js';
import { routesOf } from '../support/routes.js';
import type { RunningService } from '../support/service.js';

const scrape = async (service: RunningService): Promise<Scrape> => {
  const { text } = await service.http.get('/metrics').expect(200);
  return new Scrape(text);
};

/** The requests so far, by method, route and status. */
const requests = async (service: RunningService): Promise<string[]> =>
  (await scrape(service))
    .samples('http_request_duration_seconds_count')
    .map((sample) => sample.replace(/^.*{method="(.*)",route="(.*)",status="(.*)"} (\d+)$/, '$1 $2 $3: $4'));

describe('GET /metrics', () => {
  const edge = useService({ upstream: { retries: 0 } });

  it('is Prometheus text that must not be stored', async () => {
    const { status, headers, text } = await edge.ask('get', '/metrics');
    expect({ status, type: headers['content-type'], cacheControl: headers['cache-control'] }).toEqual({
      status: 200,
      type: 'text/plain; version=0.0.4; charset=utf-8',
      cacheControl: 'no-store',
    });
    const line = /^(?:# (?:HELP|TYPE) \w+ .+|\w+(?:\{(?:\w+="[^"\\]*",?)+\})? (?:[\d.e+-]+|NaN|\+Inf))?$/i;
    expect(text.split('\n').filter((each) => !line.test(each))).toEqual([]);
  });

  it('has every family of the service, with its type', async () => {
    const own = [...(await scrape(edge)).families].filter(([name]) => !/^(process|nodejs)_/.test(name));
    expect(own).toEqual([
      ['http_request_duration_seconds', 'histogram'],
      ['upstream_request_duration_seconds', 'histogram'],
      ['upstream_retries_total', 'counter'],
      ['upstream_shared_readings_total', 'counter'],
      ['upstream_breaker_state', 'gauge'],
      ['bill_entries', 'gauge'],
      ['bill_repeated_message_ids', 'gauge'],
      ['bill_credits', 'gauge'],
      ['bill_timestamp_seconds', 'gauge'],
      ['ledger_up', 'gauge'],
      ['ledger_last_recorded_timestamp_seconds', 'gauge'],
      ['ledger_held_readings_total', 'counter'],
      ['log_lines_dropped_total', 'counter'],
      ['service_build_info', 'gauge'],
    ]);
  });

  it('refuses query parameters', async () => {
    expect(answered(await edge.ask('get', '/metrics?name=bill_credits'))).toEqual(refusal('name', 'is unknown'));
  });

  it('answers while upstream does not', async () => {
    edge.upstream.on(MESSAGES, silent);
    const asked = edge.upstream.asked.length;
    await edge.ask('get', '/metrics').expect(200);
    expect(edge.upstream.asked).toHaveLength(asked);
  });
});

describe('the metrics of requests', () => {
  const edge = useService({ upstream: { retries: 0 } });

  it('count each by method, route and status', async () => {
    const { headers } = await edge.ask('get', '/v1/usage').expect(200, BILL);
    await edge.ask('get', '/v1/usage').set('If-None-Match', String(headers['etag'])).expect(304);
    await edge.ask('head', '/usage').expect(200);
    await edge.ask('get', '/v1/usage/1000/receipt').expect(200);
    await edge.ask('get', '/v1/usage/7/receipt').expect(404);
    await edge.ask('get', '/usage?form=1').expect(400);
    await edge.ask('post', '/usage').expect(405);
    await edge.ask('get', '/nope').expect(404);
    await edge.ask('get', '/%zz').expect(400);
    await edge.ask('get', '/docs/swagger-ui.css').expect(200);
    await edge.ask('post', '/v1/estimates').set('Content-Type', 'application/json').send('{').expect(400);
    edge.upstream.on(MESSAGES, status(403));
    await edge.ask('get', '/v1/usage').expect(500);
    expect(await requests(edge)).toEqual([
      'GET /v1/usage 200: 1',
      'GET /v1/usage 304: 1',
      'HEAD /usage 200: 1',
      'GET /v1/usage/:message_id/receipt 200: 1',
      'GET /v1/usage/:message_id/receipt 404: 1',
      'GET /usage 400: 1',
      'POST none 405: 1',
      'GET none 404: 1',
      'GET none 400: 1',
      'GET none 200: 1',
      'POST none 400: 1',
      'GET /v1/usage 500: 1',
    ]);
  });

  it('time the whole request, in seconds', async () => {
    const before = performance.now();
    edge.upstream.on(MESSAGES, (request, response) => setImmediate(() => json({ messages: [] })(request, response)));
    await edge.ask('get', '/v1/usage/summary?granularity=P1D').expect(200);
    const sums = (await scrape(edge)).samples('http_request_duration_seconds_sum');
    const sum = sums.find((sample) => sample.includes('summary'));
    const seconds = Number(sum?.split(' ')[1]);
    expect(seconds).toBeGreaterThan(0);
    expect(seconds).toBeLessThan((performance.now() - before) / 1000);
  });

  it('count requests whose caller left before the answer as aborted', async () => {
    edge.upstream.on(MESSAGES, silent);
    const server: Server = edge.app.getHttpServer();
    const ended = new Promise((resolve) => {
      server.once('request', (_request, response) => response.once('close', resolve));
    });
    const socket = connect(portOf(edge.app), '127.0.0.1');
    socket.write(rawGet('/v1/usage?limit=1'));
    await edge.upstream.crowded(1);
    socket.destroy();
    await ended;
    expect(await requests(edge)).toContain('GET /v1/usage aborted: 1');
  });
});

describe('the number of series', () => {
  const service = useService({ upstream: { baseUrl: 'sample' } });

  const METHODS = ['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS', 'TRACE', 'PROPFIND', 'PURGE', 'LINK'];
  const path = fc.oneof(
    fc.webPath().map((text) => `/${text}`),
    fc.string({ unit: anyCharacter }).map((text) => `/${encodeURIComponent(text)}`),
    fc.nat().map((id) => `/v1/usage/${id}/receipt`),
    fc.string().map((id) => `/v1/rate-cards/${encodeURIComponent(id)}`),
    fc.string().map((name) => `/dashboard/assets/${encodeURIComponent(name)}`),
  );

  it('does not grow with values that callers invent', async () => {
    const routes = new Set([...routesOf(service.app).map(({ path }) => path.replace(/\{(\w+)\}/g, ':$1')), 'none']);
    await assertLaw(
      fc.asyncProperty(fc.constantFrom(...METHODS), path, async (method, target) => {
        const raw = rawGet(target.replaceAll(/\s/g, '%20')).replace(/^GET/, method);
        await converse(portOf(service.app), raw);
      }),
      { numRuns: 300 },
    );
    const labels = (await requests(service)).map((request) => request.split(' '));
    expect(new Set(labels.map(([method]) => method)).size).toBeLessThanOrEqual(8);
    expect(labels.filter(([, route = '']) => !routes.has(route) && !route.startsWith('/docs'))).toEqual([]);
    expect(labels.filter(([, , outcome]) => !/^(200|304|400|404|405|406|413|500):$/.test(outcome ?? ''))).toEqual([]);
  });
});
