import { describe, expect, it } from '@jest/globals';
import { useService } from '../support/use-service.js';
import { answered, problem, unhinted } from '../support/problem-document.js';

const ESTIMATES = '/v1/estimates';
const LONG = 'a'.repeat(7_000);
const MEGABYTE = 'k'.repeat(900_000);
const NOT_KNOWN = 'is unknown';
const cut = (text: string): string => `${text.slice(0, 100)}\u2026`;

const unknown = (count: number): string =>
  Array.from({ length: count }, (_, index) => `"unknown_${index}":0`).join(',');

describe('a problem that quotes the caller', () => {
  const edge = useService();
  const post = (body: string) => edge.ask('post', ESTIMATES).set('Content-Type', 'application/json').send(body);

  it.each<{ what: string; body: string; field: string; quoted: string }>`
    what                     | body                                            | field             | quoted
    ${'an unknown key'}      | ${`{"messages":[],"${MEGABYTE}":0}`}            | ${''}             | ${cut(MEGABYTE)}
    ${'a key of an element'} | ${`{"messages":[{"text":"","${MEGABYTE}":0}]}`} | ${'messages[0].'} | ${cut(MEGABYTE)}
  `('has a hundred characters of $what', async ({ body, field, quoted }) => {
    const errors = [{ field: `${field}${quoted}`, reason: NOT_KNOWN }];
    expect(unhinted(answered(await post(body)))).toEqual(
      problem('invalid-request', `${field}${quoted} ${NOT_KNOWN}`, errors),
    );
  });

  it('has a hundred characters of an unknown parameter', async () => {
    const errors = [{ field: cut(LONG), reason: NOT_KNOWN }];
    expect(unhinted(answered(await edge.ask('get', `/v1/usage?${LONG}=1`)))).toEqual(
      problem('invalid-request', `${cut(LONG)} ${NOT_KNOWN}`, errors),
    );
  });

  it.each<{
    method: 'get' | 'post';
    path: string;
    kind: 'not-found' | 'method-not-allowed' | 'invalid-request';
    detail: string;
  }>`
    method    | path                           | kind                    | detail
    ${'get'}  | ${`/${LONG}`}                  | ${'not-found'}          | ${`GET ${cut(`/${LONG}`)} is not a route of this service`}
    ${'post'} | ${`/v1/usage/${LONG}/receipt`} | ${'method-not-allowed'} | ${`${cut(`/v1/usage/${LONG}`)} does not have the method POST`}
    ${'get'}  | ${`/%ff${LONG}`}               | ${'invalid-request'}    | ${`The path ${cut(`/%ff${LONG}`)} does not decode`}
  `('has a hundred characters of a path: $kind', async ({ method, path, kind, detail }) => {
    expect(answered(await edge.ask(method, path))).toEqual(problem(kind, detail));
  });

  it.each<{ name: string; value: string; quoting: string }>`
    name                  | value                                  | quoting
    ${'Content-Encoding'} | ${LONG}                                | ${'unsupported content encoding'}
    ${'Content-Type'}     | ${`application/json; charset=${LONG}`} | ${'unsupported charset'}
  `('has a hundred characters of a header: $name', async ({ name, value, quoting }) => {
    const request = edge.ask('post', ESTIMATES).set('Content-Type', 'application/json').set(name, value);
    expect(answered(await request.send('{}'))).toEqual(
      problem('unsupported-media-type', expect.stringMatching(new RegExp(`^${quoting} .{0,80}\u2026$`))),
    );
  });

  it('has fifty errors, and how many more there are', async () => {
    const errors = [
      ...Array.from({ length: 50 }, (_, index) => ({ field: `unknown_${index}`, reason: NOT_KNOWN })),
      { field: 'the request', reason: 'has 4850 more errors' },
    ];
    const detail = errors.map(({ field, reason }) => `${field} ${reason}`).join('; ');
    expect(unhinted(answered(await post(`{"messages":[],${unknown(4900)}}`)))).toEqual(
      problem('invalid-request', detail, errors),
    );
  });
});
