import { describe, expect, it } from '@jest/globals';
import { useService } from '../support/use-service.js';
import { portOf } from '../support/raw-http.js';
import { answered, ASKED_AS, problem } from '../support/problem-document.js';

const UNTYPED = problem('unsupported-media-type', 'The body must be application/json; Content-Type is missing');

const CARD = '{"id":"flat","title":"Flat","rules":[{"rule":"base_cost","credits":5}]}';

const ROUTES = [
  { path: '/v1/estimates', body: '{"messages":[{"text":"aba"}]}' },
  { path: '/v1/usage/comparison', body: CARD },
];

describe.each(ROUTES)('POST $path', ({ path, body }) => {
  const edge = useService();

  const post = (type?: string) => {
    const asking = edge.ask('post', path);
    return type === undefined ? asking : asking.set('Content-Type', type);
  };

  it.each<{ what: string; headers: Record<string, string> }>`
    what          | headers
    ${'no'}       | ${{}}
    ${'an empty'} | ${{ 'Content-Type': '' }}
  `('is refused with $what Content-Type', async ({ headers }) => {
    const base = `http://127.0.0.1:${portOf(edge.app)}`;
    const answer = await fetch(`${base}${path}`, {
      method: 'POST',
      body: Buffer.from(body),
      headers: { 'X-Request-Id': ASKED_AS, ...headers },
    });
    expect({ status: answer.status, body: await answer.json() }).toEqual({ status: 415, body: UNTYPED.body });
    expect(edge.upstream.asked).toEqual([]);
  });

  it('is refused without a Content-Type and without a body', async () => {
    expect(answered(await post())).toEqual(UNTYPED);
  });

  it.each<{ named: string; type: string }>([
    ...['text/plain', 'text/json', 'application/jsonp', 'application/problem+json', 'json'].map((type) => ({
      named: type,
      type,
    })),
    { named: '5,000 characters', type: 'x'.repeat(5000) },
  ])('is refused if its Content-Type is another one: $named', async ({ type }) => {
    const { status, body: document } = answered(await post(type).send(body));
    expect({ status, document }).toMatchObject({
      status: 415,
      document: { type: 'tag:copilot-credit-usage-api,2026:problems/unsupported-media-type' },
    });
    expect((document as { detail: string }).detail.length).toBeLessThanOrEqual(101);
    expect(edge.upstream.asked).toEqual([]);
  });

  it.each(['application/json', 'Application/JSON', 'application/json ; charset=UTF-8', 'application/json;v=1'])(
    'is read where it is JSON: %s',
    async (type) => {
      expect((await post(type).send(body)).status).toBe(200);
    },
  );

  it.each<{ what: string; text: string; detail: string }>`
    what                          | text                      | detail
    ${'ends too early'}           | ${'{"messages":['}        | ${'The body is not JSON: it ends too early'}
    ${'has a comma too many'}     | ${'{"messages":[],\n  }'} | ${'The body is not JSON at line 2, character 3'}
    ${'has a comma too few'}      | ${'{\n"a": 1\n"b": 2}'}   | ${'The body is not JSON at line 3, character 1'}
    ${'has a string over a line'} | ${'{"a": "b\nc"}'}        | ${'The body is not JSON at line 1, character 9'}
    ${'is a form'}                | ${'secret=1'}             | ${'The body is not JSON'}
  `('says where JSON is none, in words of its own: it $what', async ({ text, detail }) => {
    expect(answered(await post('application/json').send(text))).toEqual(problem('invalid-request', detail));
  });
});
