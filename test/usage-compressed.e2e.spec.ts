import { gunzipSync } from 'node:zlib';
import { get as request } from 'node:http';
import { once } from 'node:events';
import type { IncomingMessage } from 'node:http';
import { buffer } from 'node:stream/consumers';
import { beforeEach, describe, expect, it } from '@jest/globals';
import { json } from './support/answers.js';
import { useEdge } from './support/edge.js';
import { MESSAGES } from './support/fake-upstream.js';
import { message, period } from './support/period.js';
import { portOf } from './support/raw-http.js';

const ids = Array.from({ length: 300 }, (_, id) => id);
const WHOLE = JSON.stringify({
  usage: ids.map((message_id) => ({ message_id, timestamp: '2026-03-02T08:14:09.412Z', credits_used: 1.05 })),
});

describe('GET /v1/usage, compressed', () => {
  const edge = useEdge();

  beforeEach(() => void edge.upstream.on(MESSAGES, json(period(...ids.map((id) => message({ id }))))));

  const get = async (path: string, headers: Record<string, string>) => {
    const asked = request({ port: portOf(edge.service.app), path, headers, agent: false });
    const [response] = (await once(asked, 'response')) as [IncomingMessage];
    return { response, body: await buffer(response) };
  };

  it.each<{ accepts: string; encoding: string | undefined }>`
    accepts                            | encoding
    ${'gzip'}                          | ${'gzip'}
    ${'gzip, deflate, br'}             | ${'gzip'}
    ${'br;q=1.0, gzip;q=0.8, *;q=0.1'} | ${'gzip'}
    ${'*'}                             | ${'gzip'}
    ${'br'}                            | ${undefined}
    ${'identity'}                      | ${undefined}
    ${'gzip;q=0'}                      | ${undefined}
    ${'identity, gzip;q=0.5'}          | ${undefined}
    ${''}                              | ${undefined}
  `(
    'is encoded as $encoding for who accepts "$accepts", with a length and an ETag of its own',
    async ({ accepts, encoding }) => {
      const plain = await get('/v1/usage', {});
      const { response, body } = await get('/v1/usage', { 'Accept-Encoding': accepts });

      expect(response.headers['content-encoding']).toBe(encoding);
      expect(response.headers['content-length']).toBe(String(body.length));
      expect(response.headers['vary']).toBe('Accept, Accept-Encoding');
      expect(String(encoding ? gunzipSync(body) : body)).toBe(WHOLE);
      expect(response.headers['etag'] === plain.response.headers['etag']).toBe(encoding === undefined);
    },
  );

  it.each(['/v1/usage', '/v1/usage?format=csv', '/v1/usage?format=ndjson&sort=-timestamp', '/v1/usage?limit=200'])(
    'is confirmed by either ETag, whatever is accepted now: %s',
    async (path) => {
      const plain = await get(path, {});
      const packed = await get(path, { 'Accept-Encoding': 'gzip' });
      const etags = [plain, packed].map(({ response }) => String(response.headers['etag']));
      expect(gunzipSync(packed.body)).toEqual(plain.body);
      for (const etag of etags) {
        for (const accepts of ['gzip', 'identity']) {
          const { response, body } = await get(path, { 'Accept-Encoding': accepts, 'If-None-Match': etag });
          expect({ status: response.statusCode, etag: response.headers['etag'], bytes: body.length }).toEqual({
            status: 304,
            etag,
            bytes: 0,
          });
        }
      }
    },
  );

  it('has another ETag for each format, filter and order', async () => {
    const queries = [
      '',
      '?format=csv',
      '?format=ndjson',
      '?sort=timestamp',
      '?sort=-timestamp',
      '?limit=1',
      '?limit=2',
    ];
    const answers = await Promise.all(queries.map((query) => get(`/v1/usage${query}`, {})));
    expect(new Set(answers.map(({ response }) => response.headers['etag'])).size).toBe(queries.length);
  });

  it('is left as it is where it is small', async () => {
    const { response } = await get('/v1/usage?limit=3', { 'Accept-Encoding': 'gzip' });
    expect(response.headers).not.toHaveProperty('content-encoding');
  });
});
