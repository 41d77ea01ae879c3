import { describe, expect, it } from '@jest/globals';
import { BILL, type Method, useService } from '../support/use-service.js';
import { answered, problem, unhinted } from '../support/problem-document.js';
import { expand, type Route, routesOf } from '../support/routes.js';

const refused = (...fields: string[]) =>
  problem(
    'invalid-request',
    fields.map((field) => `${field} is unknown`).join('; '),
    fields.map((field) => ({ field, reason: 'is unknown' })),
  );

/** What a route must be given, so that nothing is wrong but the parameter. */
const REQUIRED: ReadonlyMap<string, { readonly query?: string; readonly body?: object }> = new Map([
  ['GET /v1/usage/comparison', { query: 'candidate=standard&' }],
  ['GET /v1/readings', { query: 'outcome=held&' }],
  ['POST /v1/usage/comparison', { body: {} }],
  ['POST /v1/estimates', { body: { messages: [{ text: 'What is the rent?' }] } }],
]);

describe('a query parameter that a route does not know', () => {
  const edge = useService();

  /** All but the page, whose query is for the browser, and what a service without keys does before it looks at a query. */
  const OTHERS = new Set(['GET /dashboard', 'POST /v1/readings/{number}/decision', 'POST /v1/adjustments']);
  const routes = (): Route[] => routesOf(edge.app).filter(({ method, path }) => !OTHERS.has(`${method} ${path}`));

  /** What each route answers to `query`, by the route: a new route that forgets its parameters stands out by its name. */
  const answersOfEveryRoute = async (query: string): Promise<object> => {
    const answers = routes().map(async ({ method, path }): Promise<[string, object]> => {
      const route = `${method} ${path}`;
      const required = REQUIRED.get(route) ?? {};
      const ask = edge.ask(method.toLowerCase() as Method, `${expand(path)}?${required.query ?? ''}${query}`);
      return [route, unhinted(answered(await (required.body ? ask.send(required.body) : ask)))];
    });
    return Object.fromEntries(await Promise.all(answers));
  };

  const fromEveryRoute = (answer: object): object =>
    Object.fromEntries(routes().map(({ method, path }) => [`${method} ${path}`, answer]));

  it('is looked for on these routes and all that come', () => {
    const some = ['/', '/health/live', '/health/ready', '/usage', '/v1/usage'];
    expect(routes()).toEqual(expect.arrayContaining(some.map((path): Route => ({ method: 'GET', path }))));
  });

  it.each<{ behaviour: string; query: string; fields: string[] }>`
    behaviour                                                  | query                      | fields
    ${'is refused'}                                            | ${'form=2026-03-01'}       | ${['form']}
    ${'is refused without a value'}                            | ${'form'}                  | ${['form']}
    ${'is refused without a name'}                             | ${'=1'}                    | ${['']}
    ${'is refused with every other one'}                       | ${'form=1&too=2'}          | ${['form', 'too']}
    ${'is refused once where it is repeated'}                  | ${'form=1&form=2'}         | ${['form']}
    ${'is refused in its nested form'}                         | ${'form[a][b]=1'}          | ${['form[a][b]']}
    ${'is refused where its value does not decode'}            | ${'form=%zz'}              | ${['form']}
    ${'is refused in capitals'}                                | ${'FORM=1'}                | ${['FORM']}
    ${'is refused where it reaches for a prototype'}           | ${'__proto__[polluted]=1'} | ${['__proto__[polluted]']}
    ${'is refused where it is a prototype'}                    | ${'__proto__=1'}           | ${['__proto__']}
    ${'is refused where it is a constructor'}                  | ${'constructor=1'}         | ${['constructor']}
    ${'is refused where every object has a thing of its name'} | ${'toString=1&valueOf=2'}  | ${['toString', 'valueOf']}
  `('$behaviour: ?$query', async ({ query, fields }) => {
    expect(await answersOfEveryRoute(query)).toEqual(fromEveryRoute(refused(...fields)));
    expect(edge.upstream.asked).toEqual([]);
    expect({}).not.toHaveProperty('polluted');
  });

  it('is not there where the query is empty', async () => {
    expect((await edge.ask('get', '/usage?').expect(200)).body).toEqual(BILL);
  });
});
