import { describe, expect, it } from '@jest/globals';
import { METHODS, useService } from '../support/use-service.js';
import { answered, problem, type ProblemAnswer } from '../support/problem-document.js';

describe('a request for what is not there', () => {
  const edge = useService();

  it.each(METHODS.filter((method) => method !== 'head'))('is answered 404: %s', async (method) => {
    expect(answered(await edge.ask(method, '/usages'))).toEqual(
      problem('not-found', `${method.toUpperCase()} /usages is not a route of this service`),
    );
  });

  it.each(['/v2/usage', '/v1', '/health', '/usage/1000', '/v1/health/live', '//usage', '/favicon.ico'])(
    'is answered 404: GET %s',
    async (path) => {
      expect(answered(await edge.ask('get', path))).toEqual(
        problem('not-found', `GET ${path} is not a route of this service`),
      );
      expect(edge.upstream.asked).toEqual([]);
    },
  );

  it('is answered with the headers alone where it is a HEAD', async () => {
    const { status, type, text } = await edge.ask('head', '/usages');
    expect({ status, type, text }).toEqual({ status: 404, type: 'application/problem+json', text: undefined });
  });

  it.each(['/%zz', '/usage/%', '/%E0%A4%A'])('is answered 400 where its path does not decode: %s', async (path) => {
    expect(answered(await edge.ask('get', path))).toEqual(
      problem('invalid-request', `The path ${path} does not decode`),
    );
  });
});

describe.each(['/usage', '/v1/usage', '/', '/health/live', '/health/ready', '/docs-json'])('%s', (path) => {
  const edge = useService();

  it.each(METHODS.filter((method) => !['get', 'head'].includes(method)))('does not have %s', async (method) => {
    const response = await edge.ask(method, path);
    expect(answered(response)).toEqual(
      problem('method-not-allowed', `${path} does not have the method ${method.toUpperCase()}`),
    );
    expect(response.headers['allow']).toBe('GET, HEAD');
    expect(edge.upstream.asked).toEqual([]);
  });
});

describe('the body of a request', () => {
  const edge = useService();
  const MEGABYTE = 1024 * 1024;

  it.each<{ type: string; body: string; expected: ProblemAnswer }>`
    behaviour                                    | type                             | body                                 | expected
    ${'is refused where it is too large'}        | ${'application/json'}            | ${`"${'x'.repeat(MEGABYTE)}"`}       | ${problem('content-too-large', 'request entity too large')}
    ${'is refused where it is cut short'}        | ${'application/json'}            | ${'{"messages":['}                   | ${problem('invalid-request', expect.stringContaining('JSON'))}
    ${'is refused where it is not JSON'}         | ${'application/json'}            | ${'messages=1'}                      | ${problem('invalid-request', expect.stringContaining('JSON'))}
    ${'is refused in an unknown character set'}  | ${'application/json; charset=x'} | ${'{}'}                              | ${problem('unsupported-media-type', 'unsupported charset "X"')}
    ${'is not read where it is not called JSON'} | ${'text/plain'}                  | ${'{"messages":['}                   | ${problem('method-not-allowed', '/usage does not have the method POST')}
    ${'is read up to the limit'}                 | ${'application/json'}            | ${`["${'x'.repeat(MEGABYTE - 4)}"]`} | ${problem('method-not-allowed', '/usage does not have the method POST')}
  `('$behaviour', async ({ type, body, expected }) => {
    const response = await edge.ask('post', '/usage').set('Content-Type', type).send(body);
    expect(answered(response)).toEqual(expected);
    await edge.ask('get', '/usage').expect(200);
  });

  it('is refused where it is compressed in an unknown way', async () => {
    const response = await edge.ask('post', '/usage').set('Content-Encoding', 'x').send({});
    expect(answered(response)).toEqual(problem('unsupported-media-type', 'unsupported content encoding "x"'));
  });
});
