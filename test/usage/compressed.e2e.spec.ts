import { gunzipSync } from 'node:zlib';
import { beforeEach, describe, expect, it } from '@jest/globals';
import { json } from '../support/answers.js';
import { useService } from '../support/use-service.js';
import { MESSAGES } from '../support/fake-upstream.js';
import { message, period } from '../support/period.js';
import { expectConfirmed, getUndecoded } from '../support/undecoded.js';

const ids = Array.from({ length: 300 }, (_, id) => id);
const WHOLE = JSON.stringify({
  usage: ids.map((message_id) => ({ message_id, timestamp: '2026-03-02T08:14:09.412Z', credits_used: 1.05 })),
});

describe('GET /v1/usage, compressed', () => {
  const edge = useService();

  beforeEach(() => void edge.upstream.on(MESSAGES, json(period(...ids.map((id) => message({ id }))))));

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
    'is encoded as $encoding if the client accepts "$accepts", with its own length and ETag',
    async ({ accepts, encoding }) => {
      const plain = await getUndecoded(edge, '/v1/usage');
      const { response, etag, body } = await getUndecoded(edge, '/v1/usage', { 'Accept-Encoding': accepts });

      expect(response.headers['content-encoding']).toBe(encoding);
      expect(response.headers['content-length']).toBe(String(body.length));
      expect(response.headers['vary']).toBe('Accept, Accept-Encoding');
      expect(String(encoding ? gunzipSync(body) : body)).toBe(WHOLE);
      expect(etag === plain.etag).toBe(encoding === undefined);
    },
  );

  it.each(['/v1/usage', '/v1/usage?format=csv', '/v1/usage?format=ndjson&sort=-timestamp', '/v1/usage?limit=200'])(
    'is confirmed by either ETag, whatever encoding the client accepts: %s',
    async (path) => {
      const plain = await getUndecoded(edge, path);
      const packed = await getUndecoded(edge, path, { 'Accept-Encoding': 'gzip' });
      expect(gunzipSync(packed.body)).toEqual(plain.body);
      for (const { etag } of [plain, packed]) await expectConfirmed(edge, path, etag);
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
    const answers = await Promise.all(queries.map((query) => getUndecoded(edge, `/v1/usage${query}`)));
    expect(new Set(answers.map(({ etag }) => etag)).size).toBe(queries.length);
  });

  it('is not compressed if it is small', async () => {
    const { response } = await getUndecoded(edge, '/v1/usage?limit=3', { 'Accept-Encoding': 'gzip' });
    expect(response.headers).not.toHaveProperty('content-encoding');
  });
});
