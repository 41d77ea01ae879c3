import { describe, expect, it } from '@jest/globals';
import { useService } from '../support/use-service.js';
import { ASKED_AS } from '../support/problem-document.js';
import { converse, portOf, rawGet } from '../support/raw-http.js';

const OWN_ID = /^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/;

describe('X-Request-Id', () => {
  const edge = useService();

  it.each(['a', '7', 'Trace-Id_1.2:3', '4f1a9a4e-6f0e-4a55-a1a4-0c1c4f9d2f3b', 'x'.repeat(64)])(
    "is the caller's own where it is short and plain: %s",
    async (id) => {
      const response = await edge.http.get('/nope').set('X-Request-Id', id).expect('X-Request-Id', id);
      expect(response.body).toEqual(expect.objectContaining({ instance: id }));
    },
  );

  it.each([
    ['empty', ''],
    ['of 65 characters', 'x'.repeat(65)],
    ['of 10,000 characters', 'x'.repeat(10_000)],
    ['two words', 'a b'],
    ['a list', 'a,b'],
    ['a tab', 'a\tb'],
    ['a quotation', '"a"'],
    ['an encoded line end', 'a%0d%0aSet-Cookie:b'],
    ['a tag', '<script>'],
    ['a letter with an accent', 'é'],
  ])('is replaced where it is %s', async (_what, id) => {
    const response = await edge.http.get('/nope').set('X-Request-Id', id);
    expect(response.headers['x-request-id']).toMatch(OWN_ID);
    expect(response.body).toEqual(expect.objectContaining({ instance: response.headers['x-request-id'] }));
  });

  it.each([
    ['is beyond ASCII', 'X-Request-Id: \u{1F600}'],
    ['comes twice', 'X-Request-Id: a\r\nX-Request-Id: b'],
  ])('is replaced where it %s', async (_what, header) => {
    const received = await converse(portOf(edge.app), Buffer.from(rawGet('/health/live', header)));
    const [, id] = /^X-Request-Id: (.*)\r$/im.exec(received) ?? [];
    expect(id).toMatch(OWN_ID);
  });

  it('ends with its line: what follows is a header of its own, and is not repeated', async () => {
    const received = await converse(
      portOf(edge.app),
      rawGet('/health/live', 'X-Request-Id: a', 'Set-Cookie: stolen=1'),
    );
    expect(received).toContain('\r\nX-Request-Id: a\r\n');
    expect(received).not.toContain('stolen');
  });

  it('is a new one for each request that brings none', async () => {
    const ids = await Promise.all(
      Array.from({ length: 20 }, async () => (await edge.http.get('/health/live')).headers['x-request-id']),
    );
    expect(new Set(ids).size).toBe(20);
    expect(ids).toEqual(ids.map(() => expect.stringMatching(OWN_ID)));
  });

  it.each([
    '/usage',
    '/',
    '/health/ready',
    '/docs',
    '/docs-json',
    '/docs/swagger-ui.css',
    '/nope',
    '/%zz',
    '/usage?a=1',
  ])('is in the answer to GET %s', async (path) => {
    expect((await edge.ask('get', path)).headers['x-request-id']).toBe(ASKED_AS);
  });
});
