import type { Server } from 'node:http';
import { describe, expect, it } from '@jest/globals';
import { useService } from '../support/use-service.js';
import { answered, problem } from '../support/problem-document.js';
import { converse, portOf, rawGet } from '../support/raw-http.js';

/** What HTTP itself forbids ends before there is a request: a problem under an id of its own, and the connection closed. */
const refusal = (status: string, type: string, title: string, detail: string): object => ({
  head: expect.stringMatching(
    new RegExp(
      `^HTTP/1\\.1 ${status}\\r\\nX-Request-Id: [\\w-]{36}\\r\\nCache-Control: no-store\\r\\nX-Content-Type-Options: nosniff\\r\\n` +
        'Content-Type: application/problem\\+json; charset=utf-8\\r\\nContent-Length: \\d+\\r\\nConnection: close$',
    ),
  ),
  problem: {
    type: `tag:copilot-credit-usage-api,2026:problems/${type}`,
    title,
    status: Number(status.slice(0, 3)),
    detail,
    instance: expect.stringMatching(/^[\w-]{36}$/),
  },
});
const TOO_LARGE = refusal(
  '431 Request Header Fields Too Large',
  'headers-too-large',
  'The request headers are too large',
  'Request line and headers may have at most 16384 bytes',
);
const BAD_REQUEST = refusal(
  '400 Bad Request',
  'invalid-request',
  'Invalid request',
  'The data received is not an HTTP/1.1 request',
);
const TOO_SLOW = refusal(
  '408 Request Timeout',
  'request-timeout',
  'The request took too long to arrive',
  'The request did not arrive in time',
);

const parted = (received: string): object => {
  const [head = '', body = ''] = received.split('\r\n\r\n');
  return { head, problem: JSON.parse(body) as unknown };
};

const KILOBYTE = 1024;
const UNCHUNKED = 'POST /nope HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: xchunked\r\n\r\n';
const SMUGGLED = 'POST /usage HTTP/1.1\r\nHost: a\r\nContent-Length: 5\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n';

describe('the HTTP server', () => {
  const edge = useService();

  it.each<{ bytes: string | Uint8Array; answer: object }>`
    behaviour                                          | bytes                                                            | answer
    ${'refuses a header of 17 KB'}                     | ${rawGet('/usage', `X-Large: ${'x'.repeat(17 * KILOBYTE)}`)}     | ${TOO_LARGE}
    ${'refuses 17 KB of headers that are small each'}  | ${rawGet('/usage', ...Array<string>(2500).fill('X-Small: x'))}   | ${TOO_LARGE}
    ${'refuses a URL of 100 KB'}                       | ${rawGet(`/usage?${'x'.repeat(100 * KILOBYTE)}`)}                | ${TOO_LARGE}
    ${'refuses a line that is not a request'}          | ${'NONSENSE\r\n\r\n'}                                            | ${BAD_REQUEST}
    ${'refuses a version of HTTP that is not there'}   | ${'GET /usage HTTP/9.9\r\nHost: a\r\n\r\n'}                      | ${BAD_REQUEST}
    ${'refuses TLS, which ends before it'}             | ${Buffer.from([0x16, 0x03, 0x01, 0x00, 0x05, 0x01, 0, 0, 1, 0])} | ${BAD_REQUEST}
    ${'refuses two lengths for one body'}              | ${SMUGGLED}                                                      | ${BAD_REQUEST}
    ${'refuses a transfer coding that is not chunked'} | ${UNCHUNKED}                                                     | ${BAD_REQUEST}
    ${'refuses a header with a bare carriage return'}  | ${rawGet('/usage', 'X-Request-Id: a\rX-Injected: b')}            | ${BAD_REQUEST}
    ${'refuses a header with a bare line feed'}        | ${rawGet('/usage', 'X-Request-Id: a\nX-Injected: b')}            | ${BAD_REQUEST}
    ${'refuses a header folded over two lines'}        | ${rawGet('/usage', 'X-Request-Id: a\r\n b')}                     | ${BAD_REQUEST}
    ${'refuses a header with a zero byte'}             | ${rawGet('/usage', 'X-Request-Id: a\0b')}                        | ${BAD_REQUEST}
  `('$behaviour, and still serves the next one', async ({ bytes, answer }) => {
    expect(parted(await converse(portOf(edge.app), bytes))).toEqual(answer);
    expect(edge.upstream.asked).toEqual([]);
    await edge.ask('get', '/usage').expect(200);
  });

  it('reads as many headers as fit', async () => {
    const many = Array<string>(3200).fill('a:1');
    const answer = await converse(portOf(edge.app), rawGet('/health/live', ...many));
    expect(answer).toMatch(/^HTTP\/1\.1 200 OK\r\n[^]*\r\n\r\n\{"status":"ok"\}$/);
  });

  it('reads the last of them too', async () => {
    const many = [...Array<string>(3000).fill('a:1'), 'X-Request-Id: the-last-one'];
    const answer = await converse(portOf(edge.app), rawGet('/health/live', ...many));
    expect(answer).toMatch(/^HTTP\/1\.1 200 OK\r\nX-Request-Id: the-last-one\r\n/);
  });

  it('refuses an address that is too long, under the id of the request', async () => {
    expect(answered(await edge.ask('get', `/usage?${'x'.repeat(8186)}`))).toEqual(
      problem('uri-too-long', 'A URL may have at most 8192 bytes'),
    );
    expect(edge.upstream.asked).toEqual([]);
    // One byte less is an address, though of nothing that is known.
    await edge.ask('get', `/usage?${'x'.repeat(8185)}`).expect(400);
  });

  it('lets callers take so long, and no longer', () => {
    const server: Server = edge.app.getHttpServer();
    expect(server).toMatchObject({
      maxHeaderSize: 16_384,
      headersTimeout: 10_000,
      requestTimeout: 30_000,
      keepAliveTimeout: 65_000,
      connectionsCheckingInterval: 2000,
    });
  });
});

describe('the HTTP server, where its patience is short', () => {
  const SHORT = { headersTimeout: 500, requestTimeout: 500, connectionsCheckingInterval: 20 };
  const edge = useService({ prepare: (app) => Object.assign(app.getHttpServer(), SHORT) });

  it.each<{ behaviour: string; bytes: string }>`
    behaviour                              | bytes
    ${'a head that stops within its line'} | ${'GET /usa'}
    ${'a head that stops before its end'}  | ${'GET /usage HTTP/1.1\r\nHost: a\r\n'}
    ${'a body that stops before its end'}  | ${'POST /v1/estimates HTTP/1.1\r\nHost: a\r\nContent-Type: application/json\r\nContent-Length: 9\r\n\r\n{'}
  `('closes $behaviour, saying why, and still serves the next one', async ({ bytes }) => {
    expect(parted(await converse(portOf(edge.app), bytes))).toEqual(TOO_SLOW);
    await edge.ask('get', '/usage').expect(200);
  });

  it('closes a connection that sends nothing, without a word that nobody asked for', async () => {
    expect(await converse(portOf(edge.app), '')).toBe('');
    await edge.ask('get', '/usage').expect(200);
  });

  it('lets an answer under way end, whatever else the connection sends', async () => {
    const whole = 'GET /health/live HTTP/1.1\r\nHost: a\r\n\r\n';
    const received = await converse(portOf(edge.app), `${whole}GET /usa`);
    expect(received).toMatch(/^HTTP\/1\.1 200 OK\r\n[^]*\{"status":"ok"\}HTTP\/1\.1 408 Request Timeout\r\n/);
  });
});
