import { describe, expect, it } from '@jest/globals';
import { json, status } from '../support/answers.js';
import { BILL, useService } from '../support/use-service.js';
import { MESSAGES } from '../support/fake-upstream.js';
import { message, period } from '../support/period.js';
import { answered, problem } from '../support/problem-document.js';

const OLD = '"5a-of-another-bill"';

describe('GET /usage with If-None-Match', () => {
  const edge = useService();

  const currentTag = async (): Promise<string> => String((await edge.ask('get', '/usage')).headers['etag']);

  it.each<{ behaviour: string; condition: (tag: string) => string }>`
    behaviour                         | condition
    ${'the current bill'}             | ${(tag: string) => tag}
    ${'the current bill, weakly'}     | ${(tag: string) => `W/${tag}`}
    ${'any bill'}                     | ${() => '*'}
    ${'a list with the current bill'} | ${(tag: string) => `${OLD}, W/"x" , ${tag}`}
  `('$behaviour is answered 304, without a body', async ({ condition }) => {
    const tag = await currentTag();
    for (const method of ['get', 'head'] as const) {
      const response = await edge.ask(method, '/usage').set('If-None-Match', condition(tag)).expect(304);
      expect(response.text).toBeFalsy();
      expect(response.headers).toEqual(
        expect.objectContaining({
          etag: tag,
          'cache-control': 'private, no-cache',
          'x-request-id': 'asked-at-the-edge',
        }),
      );
      expect(response.headers).not.toHaveProperty('content-type');
    }
  });

  it.each<{ behaviour: string; condition: (tag: string) => string }>`
    behaviour                                | condition
    ${'an old bill'}                         | ${() => OLD}
    ${'a list of old bills'}                 | ${() => `${OLD}, "y"`}
    ${'the current bill without its quotes'} | ${(tag: string) => tag.replaceAll('"', '')}
    ${'something that is not a tag'}         | ${() => 'nonsense'}
    ${'nothing'}                             | ${() => ''}
  `('$behaviour is answered 200, whole', async ({ condition }) => {
    const tag = await currentTag();
    const { body } = await edge.ask('get', '/usage').set('If-None-Match', condition(tag)).expect(200);
    expect(body).toEqual(BILL);
  });

  it('reads the upstream each time: a tag confirms a bill, it does not spare one', async () => {
    const tag = await currentTag();
    await edge.ask('get', '/usage').set('If-None-Match', tag).expect(304);
    expect(edge.upstream.timesAsked(MESSAGES)).toBe(2);
  });

  it('answers with a new bill and a new tag once the period has changed', async () => {
    const tag = await currentTag();
    edge.upstream.on(MESSAGES, json(period(message({ id: 1001 }))));
    const response = await edge.ask('get', '/usage').set('If-None-Match', tag).expect(200);
    expect(response.body).toEqual({ usage: BILL.usage.map((entry) => ({ ...entry, message_id: 1001 })) });
    expect(response.headers['etag']).not.toBe(tag);
  });

  it('is the same tag at /v1/usage', async () => {
    const tag = await currentTag();
    const { headers } = await edge.ask('get', '/v1/usage').set('If-None-Match', tag).expect(304);
    expect(headers['etag']).toBe(tag);
  });

  it.each(['*', OLD])('never makes a success of a failure: %s', async (condition) => {
    edge.upstream.on(MESSAGES, status(403));
    expect(answered(await edge.ask('get', '/usage').set('If-None-Match', condition))).toEqual(
      problem('upstream-unavailable', 'GET /messages/current-period answered 403'),
    );
  });
});
