import type { RequestListener } from 'node:http';
import { beforeEach, describe, expect, it } from '@jest/globals';
import { bytes, dropped, json, silent, status } from '../support/answers.js';
import { type Method, useService } from '../support/use-service.js';
import { MESSAGES } from '../support/fake-upstream.js';
import { thenPassing, useJumpingClock } from '../support/jumping-clock.js';
import { MemoryLog } from '../support/memory-log.js';
import { message, period, report } from '../support/period.js';
import { ASKED_AS } from '../support/problem-document.js';
import { converse, portOf } from '../support/raw-http.js';

const INFO = 30;
const WARNING = 40;
const ERROR = 50;

describe('the log', () => {
  useJumpingClock();
  const log = new MemoryLog();
  const edge = useService({
    settings: { logLevel: 'info' },
    change: log.replacing,
    upstream: {
      timeoutMs: 10_000,
      retries: 2,
    },
  });
  /** Each test starts from an empty period: the service asks again for the reports of the last one. */
  beforeEach(async () => {
    edge.upstream.on(MESSAGES, json(period()));
    await edge.ask('get', '/usage').expect(200);
    log.clear();
  });

  const line = (fields: object) => ({ level: INFO, request_id: ASKED_AS, duration_ms: expect.any(Number), ...fields });

  it('has a line for each bill with its route, upstream calls, duration and status', async () => {
    edge.upstream
      .on(MESSAGES, json(period(message({ report_id: 7 }), message({ id: 1001 }), message({ id: 1002, report_id: 8 }))))
      .on('/reports/7', json(report()));
    await edge.ask('get', '/usage').expect(200);
    expect(log.requests).toEqual([
      line({
        msg: 'GET 200',
        method: 'GET',
        route: '/usage',
        status: 200,
        messages: 3,
        upstream_calls: 3,
        upstream_retries: 0,
      }),
    ]);
  });

  it('counts retries', async () => {
    edge.upstream
      .on(MESSAGES, status(503), json(period(message({ report_id: 7 }))))
      .on('/reports/7', dropped, status(500), json(report()));
    await edge.ask('get', '/v1/usage').expect(200);
    expect(log.requests).toEqual([
      line({
        msg: 'GET 200',
        method: 'GET',
        route: '/v1/usage',
        status: 200,
        messages: 1,
        upstream_calls: 5,
        // The dropped call went over a connection that was kept: to send it again is no retry.
        upstream_retries: 2,
      }),
    ]);
  });

  it.each<{ method: Method; path: string; expected: object }>`
    method    | path               | expected
    ${'get'}  | ${'/'}             | ${{ level: INFO, msg: 'GET 200', method: 'GET', route: '/', status: 200 }}
    ${'get'}  | ${'/health/live'}  | ${{ level: INFO, msg: 'GET 200', method: 'GET', route: '/health/live', status: 200 }}
    ${'get'}  | ${'/nope'}         | ${{ level: WARNING, msg: 'GET 404', method: 'GET', route: 'none', status: 404 }}
    ${'get'}  | ${'/usage?form=1'} | ${{ level: WARNING, msg: 'GET 400', method: 'GET', route: '/usage', status: 400 }}
    ${'get'}  | ${'/%zz'}          | ${{ level: WARNING, msg: 'GET 400', method: 'GET', route: 'none', status: 400 }}
    ${'post'} | ${'/usage'}        | ${{ level: WARNING, msg: 'POST 405', method: 'POST', route: 'none', status: 405 }}
  `('has a line for each other request: $method $path', async ({ method, path, expected }) => {
    await edge.ask(method, path);
    expect(log.requests).toEqual([line(expected)]);
  });

  it.each<{ what: string; body: string; code: number }>`
    what                   | body                          | code
    ${'that is not JSON'}  | ${'messages=1'}               | ${400}
    ${'that is too large'} | ${`"${'x'.repeat(2 ** 20)}"`} | ${413}
  `('has a line for a request with a body $what', async ({ body, code }) => {
    await edge.ask('post', '/usage').set('Content-Type', 'application/json').send(body);
    expect(log.requests).toEqual([
      line({ level: WARNING, msg: `POST ${code}`, method: 'POST', route: 'none', status: code }),
    ]);
  });

  it('has a line for bytes that never became a request, with the id of the answer', async () => {
    const answer = await converse(portOf(edge.app), 'Whitfield v. Marsh\r\n\r\n');
    expect(log.requests).toEqual([
      {
        level: WARNING,
        request_id: /^X-Request-Id: (.*)\r$/m.exec(answer)?.[1],
        status: 400,
        msg: 'Refused data that is not a complete request',
      },
    ]);
  });

  it.each<{ answer: RequestListener; calls: number; type: string; failure: string }>`
    answer                         | calls | type                              | failure
    ${status(403)}                 | ${1}  | ${'UpstreamUnavailableError'}     | ${'GET /messages/current-period answered 403'}
    ${status(503)}                 | ${3}  | ${'UpstreamUnavailableError'}     | ${'GET /messages/current-period answered 503 after 3 attempts'}
    ${thenPassing(10_000, silent)} | ${3}  | ${'UpstreamTimeoutError'}         | ${'GET /messages/current-period timed out after 10000 ms, 3 times'}
    ${json({ messages: {} })}      | ${1}  | ${'UpstreamInvalidResponseError'} | ${'GET /messages/current-period: messages must be array'}
  `('has an error for a bill that fails: $failure', async ({ answer, calls, type, failure }) => {
    edge.upstream.on(MESSAGES, answer);
    await edge.ask('get', '/usage').expect(500);
    expect(log.requests).toEqual([
      line({
        level: ERROR,
        msg: 'GET 500',
        method: 'GET',
        route: '/usage',
        status: 500,
        upstream_calls: calls,
        upstream_retries: calls - 1,
        err: expect.objectContaining({ type, message: failure, stack: expect.stringContaining(failure) }),
      }),
    ]);
  });

  it('warns of messages that repeat an id, with the id of the request', async () => {
    edge.upstream.on(MESSAGES, json(period(message(), message(), message({ id: 1001 }), message())));
    await edge.ask('get', '/usage').expect(200);
    expect(log.requests).toEqual([
      {
        level: WARNING,
        request_id: ASKED_AS,
        context: expect.any(String),
        messages: 4,
        upstream_calls: 1,
        upstream_retries: 0,
        msg: '2 messages repeat the id of another one; all are billed',
      },
      line({
        msg: 'GET 200',
        method: 'GET',
        route: '/usage',
        status: 200,
        messages: 4,
        upstream_calls: 1,
        upstream_retries: 0,
      }),
    ]);
  });

  it('has the generated id of the answer if the caller sent none', async () => {
    const { headers } = await edge.http.get('/health/live').expect(200);
    expect(log.requests.map(({ request_id }) => request_id)).toEqual([headers['x-request-id']]);
  });

  it('reports a body that is not JSON without quoting it', async () => {
    edge.upstream.on(MESSAGES, bytes('Whitfield v. Marsh'));
    await edge.ask('get', '/usage').expect(500);
    expect(log.requests).toEqual([
      expect.objectContaining({
        level: ERROR,
        err: expect.objectContaining({ message: 'GET /messages/current-period did not answer JSON in UTF-8' }),
      }),
    ]);
    expect(log.text).not.toMatch(/Whitf/);
  });
});
