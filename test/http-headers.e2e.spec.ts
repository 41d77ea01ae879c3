import { describe, expect, it } from '@jest/globals';
import { BILL, type Method, useEdge } from './support/edge.js';

const SECURITY = {
  'content-security-policy':
    "default-src 'self';base-uri 'self';font-src 'self' https: data:;form-action 'self';frame-ancestors 'self';" +
    "img-src 'self' data:;object-src 'none';script-src 'self';script-src-attr 'none';style-src 'self' https: 'unsafe-inline'",
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  'origin-agent-cluster': '?1',
  'referrer-policy': 'no-referrer',
  'x-content-type-options': 'nosniff',
  'x-dns-prefetch-control': 'off',
  'x-download-options': 'noopen',
  'x-frame-options': 'SAMEORIGIN',
  'x-permitted-cross-domain-policies': 'none',
  'x-xss-protection': '0',
};

/** What Node says of the message and the connection, of which nothing is ours. */
const OF_THE_MESSAGE = new Set(['connection', 'content-length', 'date', 'keep-alive']);

const ownHeaders = (headers: Readonly<Record<string, string>>): object =>
  Object.fromEntries(Object.entries(headers).filter(([name]) => !OF_THE_MESSAGE.has(name)));

describe('the headers of an answer', () => {
  const edge = useEdge();
  const ID = { 'x-request-id': 'asked-at-the-edge' };
  const JSON_BODY = { 'content-type': 'application/json; charset=utf-8', etag: expect.stringMatching(/^"[^"]+"$/) };
  const PROBLEM = { 'content-type': 'application/problem+json; charset=utf-8', 'cache-control': 'no-store' };

  it.each<{ method: Method; path: string; headers: object }>`
    method    | path               | headers
    ${'get'}  | ${'/usage'}        | ${{ ...JSON_BODY, 'cache-control': 'private, no-cache', vary: 'Accept, Accept-Encoding' }}
    ${'head'} | ${'/usage'}        | ${{ ...JSON_BODY, 'cache-control': 'private, no-cache', vary: 'Accept, Accept-Encoding' }}
    ${'get'}  | ${'/v1/usage'}     | ${{ ...JSON_BODY, 'cache-control': 'private, no-cache', vary: 'Accept, Accept-Encoding' }}
    ${'get'}  | ${'/'}             | ${JSON_BODY}
    ${'get'}  | ${'/health/live'}  | ${{ ...JSON_BODY, 'cache-control': 'no-store' }}
    ${'get'}  | ${'/health/ready'} | ${{ ...JSON_BODY, 'cache-control': 'no-store' }}
    ${'get'}  | ${'/docs-json'}    | ${JSON_BODY}
    ${'get'}  | ${'/docs'}         | ${{ ...JSON_BODY, 'content-type': 'text/html; charset=utf-8' }}
    ${'get'}  | ${'/nope'}         | ${PROBLEM}
    ${'get'}  | ${'/usage?form=1'} | ${{ ...PROBLEM, vary: 'Accept' }}
    ${'get'}  | ${'/%zz'}          | ${PROBLEM}
    ${'post'} | ${'/usage'}        | ${{ ...PROBLEM, allow: 'GET, HEAD' }}
  `('are these and no others: $method $path', async ({ method, path, headers }) => {
    const response = await edge.ask(method, path);
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
