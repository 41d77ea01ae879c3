import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { Controller, Get } from '@nestjs/common';
import { describe, expect, it } from '@jest/globals';
import { useService } from '../support/use-service.js';
import { exact } from '../support/exact.js';
import { answered, problem } from '../support/problem-document.js';
import { expectConfirmed, getUndecoded } from '../support/undecoded.js';

const ROWS = 60_000;

const rows = Array.from({ length: ROWS }, (_, id) => ({
  id,
  name: 'Café',
  credits_used: exact('0.30000000000000000004'),
}));

const arriving = async function* (): AsyncGenerator<object> {
  for (const row of rows) yield await Promise.resolve(row);
};

const failing = async function* (): AsyncGenerator<object> {
  yield* arriving();
  throw new Error('confidential');
};

@Controller({ path: 'large' })
class LargeController {
  @Get('whole')
  whole(): object {
    return { rows };
  }

  @Get('arriving')
  arriving(): object {
    return { rows: arriving() };
  }

  @Get('failing')
  failing(): object {
    return { rows: failing() };
  }
}

const EXPECTED = `{"rows":[${rows.map(({ id }) => `{"id":${id},"name":"Café","credits_used":0.30000000000000000004}`).join(',')}]}`;
const BYTES = Buffer.byteLength(EXPECTED);

describe('a large answer', () => {
  const edge = useService({ controllers: [LargeController] });

  it.each(['/large/whole', '/large/arriving'])('is written to the last byte, and its length said: %s', async (path) => {
    const { response, body } = await getUndecoded(edge, path);
    expect(body.equals(Buffer.from(EXPECTED))).toBe(true);
    expect(response.headers).toMatchObject({
      'content-type': 'application/json; charset=utf-8',
      'content-length': String(BYTES),
      etag: expect.stringMatching(/^W\/"[^"]+"$/),
    });
  });

  it.each([
    ['gzip', gunzipSync],
    ['br', brotliDecompressSync],
  ] as const)('comes compressed as %s, under the same tag', async (encoding, decode) => {
    const plain = await getUndecoded(edge, '/large/whole');
    const { response, body, etag } = await getUndecoded(edge, '/large/whole', { 'Accept-Encoding': encoding });
    expect(response.headers).toMatchObject({ 'content-encoding': encoding });
    expect(etag).toBe(plain.etag);
    expect(decode(body).equals(plain.body)).toBe(true);
  });

  it('is confirmed by its tag, in whatever encoding it came', async () => {
    const plain = await getUndecoded(edge, '/large/whole');
    const packed = await getUndecoded(edge, '/large/whole', { 'Accept-Encoding': 'gzip' });
    expect(packed.etag).toBe(plain.etag);
    await expectConfirmed(edge, '/large/whole', plain.etag);
  });

  it('has its headers alone for a HEAD', async () => {
    const { headers, text } = await edge.ask('head', '/large/whole').expect(200);
    expect(text).toBeUndefined();
    expect(headers).toMatchObject({ 'content-length': String(BYTES) });
  });

  it('is a problem where it cannot be written, not the half of it', async () => {
    expect(answered(await edge.ask('get', '/large/failing'))).toEqual(
      problem('internal-error', 'GET /large/failing failed inside the service'),
    );
  });
});
