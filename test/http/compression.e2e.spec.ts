import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { beforeEach, describe, expect, it } from '@jest/globals';
import { json } from '../support/answers.js';
import { useService } from '../support/use-service.js';
import { MESSAGES } from '../support/fake-upstream.js';
import { message, period } from '../support/period.js';
import { expectConfirmed, getUndecoded } from '../support/undecoded.js';

const DECODERS = { gzip: gunzipSync, br: brotliDecompressSync };

describe('an answer of more than a kilobyte', () => {
  const edge = useService();
  const days = Array.from({ length: 20 }, (_, day) => `2026-03-${day + 10}T08:00:00Z`);
  beforeEach(() => void edge.upstream.on(MESSAGES, json(period(...days.map((timestamp) => message({ timestamp }))))));

  describe.each([
    '/v1/usage/summary',
    '/v1/usage/1000/receipt?spans=true',
    '/v1/usage/comparison?candidate=token-estimate',
    '/v1/rate-cards/standard',
    '/v1/rate-cards/standard/vectors',
    '/docs-json',
    '/docs/swagger-ui-bundle.js',
    '/dashboard',
  ])('is compressed: GET %s', (path) => {
    it.each(['gzip', 'br'] as const)('as %s for who accepts that', async (encoding) => {
      const { response, body } = await getUndecoded(edge, path, { 'Accept-Encoding': encoding });
      const plain = await getUndecoded(edge, path);

      expect(response.headers).toMatchObject({
        'content-encoding': encoding,
        vary: expect.stringContaining('Accept-Encoding'),
      });
      expect(body.length).toBeLessThan(plain.body.length);
      expect(DECODERS[encoding](body).equals(plain.body)).toBe(true);
    });

    it('not for who accepts nothing of the kind', async () => {
      const { response } = await getUndecoded(edge, path, { 'Accept-Encoding': 'identity' });
      expect(response.headers).not.toHaveProperty('content-encoding');
    });
  });

  it.each(['/v1/usage/summary', '/v1/usage/1000/receipt?spans=true', '/v1/rate-cards/standard', '/docs-json'])(
    'is confirmed by its weak ETag, in whatever encoding it came: GET %s',
    async (path) => {
      const plain = await getUndecoded(edge, path);
      const packed = await getUndecoded(edge, path, { 'Accept-Encoding': 'gzip' });
      expect(plain.etag).toMatch(/^W\/"/);
      expect(packed.etag).toBe(plain.etag);
      await expectConfirmed(edge, path, plain.etag);
    },
  );
});

describe('a small answer', () => {
  const edge = useService();

  it.each(['/health/live', '/v1/usage/1000/receipt', '/nope'])('is left as it is: GET %s', async (path) => {
    const { headers } = await edge.ask('get', path).set('Accept-Encoding', 'gzip');
    expect(headers).not.toHaveProperty('content-encoding');
  });
});
