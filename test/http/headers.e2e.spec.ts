import { describe, expect, it } from '@jest/globals';
import { BILL, type Method, useService } from '../support/use-service.js';

const SECURITY = {
  'content-security-policy': "default-src 'none';frame-ancestors 'none'",
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  'origin-agent-cluster': '?1',
  'referrer-policy': 'no-referrer',
  'x-content-type-options': 'nosniff',
  'x-dns-prefetch-control': 'off',
  'x-download-options': 'noopen',
  'x-frame-options': 'DENY',
  'x-permitted-cross-domain-policies': 'none',
  'x-xss-protection': '0',
};

const PAGE =
  "default-src 'none';script-src 'self';connect-src 'self';base-uri 'none';form-action 'none';" +
  "style-src 'self';img-src 'self';font-src 'self';frame-ancestors 'none'";
const DOCUMENTATION =
  "default-src 'none';script-src 'self';connect-src 'self';base-uri 'none';form-action 'none';" +
  "style-src 'self' 'unsafe-inline';img-src 'self' data:;frame-ancestors 'none'";

/** What Node says of the message and the connection, of which nothing is ours. */
const OF_THE_MESSAGE = new Set(['connection', 'content-length', 'date', 'keep-alive']);

const ownHeaders = (headers: Readonly<Record<string, string>>): object =>
  Object.fromEntries(Object.entries(headers).filter(([name]) => !OF_THE_MESSAGE.has(name)));

describe('the headers of an answer', () => {
  const edge = useService();
  const ID = { 'x-request-id': 'asked-at-the-edge' };
  const PRIVATE = { 'cache-control': 'private, no-cache' };
  const JSON_BODY = {
    'content-type': 'application/json; charset=utf-8',
    etag: expect.stringMatching(/^W\/"[^"]+"$/),
    vary: 'Accept-Encoding',
  };
  /** Its tag is strong: it is the bill to the byte. */
  const OF_A_BILL = { ...JSON_BODY, etag: expect.stringMatching(/^"[^"]+"$/), vary: 'Accept, Accept-Encoding' };
  const PROBLEM = { 'content-type': 'application/problem+json; charset=utf-8', 'cache-control': 'no-store' };

  it.each<{ method: Method; path: string; headers: object }>`
    method    | path                | headers
    ${'get'}  | ${'/usage'}         | ${{ ...OF_A_BILL, ...PRIVATE }}
    ${'head'} | ${'/usage'}         | ${{ ...OF_A_BILL, ...PRIVATE }}
    ${'get'}  | ${'/v1/usage'}      | ${{ ...OF_A_BILL, ...PRIVATE }}
    ${'get'}  | ${'/'}              | ${{ ...JSON_BODY, ...PRIVATE }}
    ${'get'}  | ${'/v1/rate-cards'} | ${{ ...JSON_BODY, ...PRIVATE }}
    ${'get'}  | ${'/health/live'}   | ${{ ...JSON_BODY, 'cache-control': 'no-store' }}
    ${'get'}  | ${'/health/ready'}  | ${{ ...JSON_BODY, 'cache-control': 'no-store' }}
    ${'get'}  | ${'/docs-json'}     | ${{ ...JSON_BODY, ...PRIVATE }}
    ${'get'}  | ${'/docs'}          | ${{ ...JSON_BODY, ...PRIVATE, 'content-type': 'text/html; charset=utf-8', 'content-security-policy': DOCUMENTATION }}
    ${'get'}  | ${'/dashboard'}     | ${{ ...JSON_BODY, 'content-type': 'text/html; charset=utf-8', 'cache-control': 'no-cache', 'content-security-policy': PAGE }}
    ${'get'}  | ${'/nope'}          | ${PROBLEM}
    ${'get'}  | ${'/usage?form=1'}  | ${{ ...PROBLEM, vary: 'Accept' }}
    ${'get'}  | ${'/%zz'}           | ${PROBLEM}
    ${'post'} | ${'/usage'}         | ${{ ...PROBLEM, allow: 'GET, HEAD' }}
  `('are these and no others: $method $path', async ({ method, path, headers }) => {
    const response = await edge.ask(method, path).set('Accept-Encoding', 'identity');
    expect(ownHeaders(response.headers)).toEqual({ ...SECURITY, ...ID, ...headers });
  });

  it('are all there is to the answer to a HEAD, and as they are for a GET', async () => {
    const get = await edge.ask('get', '/usage').expect(200);
    const head = await edge.ask('head', '/usage').expect(200);
    expect(head.text).toBeUndefined();
    expect({ ...head.headers, date: '' }).toEqual({ ...get.headers, date: '' });
  });

  it.each(['text/html,application/xhtml+xml,*/*;q=0.8', 'application/json', 'application/*;q=0.1', '*/*'])(
    'say JSON at the frozen /usage to whoever asks for %s',
    async (accept) => {
      const response = await edge.ask('get', '/usage').set('Accept', accept).expect(200, BILL);
      expect(response.headers['content-type']).toBe('application/json; charset=utf-8');
    },
  );

  it.each(['gzip', 'br', 'gzip;q=0, identity;q=0', 'deflate, gzip;q=1.0, *;q=0.5'])(
    'announce no encoding, as there is none: %s',
    async (encoding) => {
      const response = await edge.ask('get', '/usage').set('Accept-Encoding', encoding).expect(200, BILL);
      expect(response.headers).not.toHaveProperty('content-encoding');
    },
  );
});
