import { beforeEach, describe, expect, it } from '@jest/globals';
import { Controller, Get } from '@nestjs/common';
import { BILL, useService } from '../support/use-service.js';
import { apiKey, bearer } from '../support/keys.js';
import { MemoryLog } from '../support/memory-log.js';
import { answered, problem } from '../support/problem-document.js';

const KEYS = [
  apiKey('billing-team', 'key-of-billing', 'usage:read', 'receipts:read'),
  apiKey('billing-team', 'new-key-of-billing', 'usage:read', 'receipts:read'),
  apiKey('lawyers', 'key-of-lawyers', 'receipts:read', 'text:read'),
  apiKey('scraper', 'key-of-scraper', 'metrics:read'),
];
const REALM = 'Bearer realm="copilot-credit-usage-api"';

describe('GET /usage of a service with keys', () => {
  const edge = useService({ settings: { apiKeys: KEYS } });

  it.each([
    bearer('key-of-billing'),
    bearer('new-key-of-billing'),
    { Authorization: 'bearer key-of-billing' },
    { 'X-API-Key': 'key-of-billing' },
    { Authorization: 'Basic eDp5', 'X-API-Key': 'key-of-billing' },
  ])('answers to a key: %j', async (headers) => {
    const { body } = await edge.ask('get', '/usage').set(headers).expect(200);
    expect(body).toEqual(BILL);
  });

  it.each<{ behaviour: string; headers: Record<string, string> }>`
    behaviour                    | headers
    ${'no key'}                  | ${{}}
    ${'a login of another kind'} | ${{ Authorization: 'Basic eDp5' }}
    ${'a bearer of nothing'}     | ${{ Authorization: 'Bearer ' }}
    ${'an empty key'}            | ${{ 'X-API-Key': '' }}
  `('says how to bring a key to whoever brings $behaviour', async ({ headers }) => {
    const answer = await edge.ask('get', '/usage').set(headers);
    expect(answered(answer)).toEqual(
      problem('unauthorized', 'GET /usage needs an API key, sent as Authorization: Bearer or X-API-Key'),
    );
    expect(answer.headers['www-authenticate']).toBe(REALM);
  });

  it.each([
    bearer('key-of-nobody'),
    bearer('KEY-OF-BILLING'),
    bearer('key-of-billing2'),
    bearer(KEYS[0]?.digest.toString('hex') ?? ''),
    { 'X-API-Key': 'key-of-nobody' },
    { Authorization: 'Bearer key-of-nobody', 'X-API-Key': 'key-of-billing' },
  ])('refuses a key that it does not know, and does not ask upstream: %j', async (headers) => {
    const answer = await edge.ask('get', '/usage').set(headers);
    expect(answered(answer)).toEqual(problem('unauthorized', 'The API key is not known to this service'));
    expect(answer.headers['www-authenticate']).toBe(`${REALM}, error="invalid_token"`);
    expect(edge.upstream.asked).toEqual([]);
  });

  it('names the scope that a key lacks, and does not ask upstream', async () => {
    const answer = await edge.ask('get', '/usage').set(bearer('key-of-scraper'));
    expect(answered(answer)).toEqual(problem('forbidden', 'The key "scraper" does not have the scope usage:read'));
    expect(answer.headers['www-authenticate']).toBe(`${REALM}, error="insufficient_scope", scope="usage:read"`);
    expect(edge.upstream.asked).toEqual([]);
  });

  it.each<{ what: string; body: string }>`
    what              | body
    ${'is not JSON'}  | ${'messages=1'}
    ${'is too large'} | ${`"${'x'.repeat(2 ** 20)}"`}
  `('reads no body of a stranger, even one that $what', async ({ body }) => {
    const asked = (key: string) => edge.ask('post', '/v1/estimates').set(bearer(key)).type('json').send(body);
    expect((await asked('key-of-nobody')).status).toBe(401);
    expect([400, 413]).toContain((await asked('key-of-billing')).status);
  });

  it('refuses a HEAD, and a condition, as it refuses a GET', async () => {
    const head = await edge.ask('head', '/usage');
    const conditional = await edge.ask('get', '/usage').set('If-None-Match', '*');
    expect([head.status, conditional.status]).toEqual([401, 401]);
  });

  it.each(['access_token', 'api_key', 'key'])('takes no key from the address: %s', async (name) => {
    const { status } = await edge.ask('get', `/usage?${name}=key-of-billing`);
    expect(status).toBe(401);
  });

  it('says to everybody what is not there, and which methods there are: the document says so too', async () => {
    expect(answered(await edge.ask('get', '/nope'))).toEqual(
      problem('not-found', 'GET /nope is not a route of this service'),
    );
    expect(answered(await edge.ask('delete', '/usage'))).toEqual(
      problem('method-not-allowed', '/usage does not have the method DELETE'),
    );
  });
});

describe('a receipt of a service with keys and RECEIPT_TEXT=true', () => {
  const edge = useService({ settings: { apiKeys: KEYS, receiptText: true } });
  const RECEIPT = '/v1/usage/1000/receipt';

  it('has its text for a key with text:read', async () => {
    const { body } = await edge.ask('get', RECEIPT).set(bearer('key-of-lawyers')).expect(200);
    expect(body).toMatchObject({ credits_used: 1.05, text: expect.any(String) });
    const { text } = await edge.ask('get', RECEIPT).set(bearer('key-of-lawyers')).set('Accept', 'text/plain');
    expect(text).toMatch(/^The message reads: /m);
  });

  it('may be kept by the cache of a key without its text only', async () => {
    const withText = await edge.ask('get', RECEIPT).set(bearer('key-of-lawyers'));
    const without = await edge.ask('get', RECEIPT).set(bearer('key-of-billing'));
    expect([withText, without].map(({ headers }) => headers['cache-control'])).toEqual([
      'no-store',
      'private, no-cache',
    ]);
  });

  it('leaves it out for a key without, and is whole otherwise', async () => {
    const { body } = await edge.ask('get', RECEIPT).set(bearer('key-of-billing')).expect(200);
    const { body: withText } = await edge.ask('get', RECEIPT).set(bearer('key-of-lawyers')).expect(200);
    expect(body).not.toHaveProperty('text');
    expect({ ...body, text: expect.any(String) }).toEqual(withText);
    const { text } = await edge.ask('get', RECEIPT).set(bearer('key-of-billing')).set('Accept', 'text/plain');
    expect(text).not.toMatch(/The message reads/);
  });

  it('is not the same to the cache of whoever had the text before', async () => {
    const { etag } = (await edge.ask('get', RECEIPT).set(bearer('key-of-lawyers'))).headers;
    const again = await edge.ask('get', RECEIPT).set(bearer('key-of-billing')).set('If-None-Match', String(etag));
    expect(again.status).toBe(200);
  });
});

describe('a receipt of a service with keys and RECEIPT_TEXT=false', () => {
  const edge = useService({ settings: { apiKeys: KEYS } });

  it('has no text for any key', async () => {
    const { body } = await edge.ask('get', '/v1/usage/1000/receipt').set(bearer('key-of-lawyers')).expect(200);
    expect(body).not.toHaveProperty('text');
  });
});

describe('a handler that says nothing of who may call it', () => {
  @Controller('forgotten')
  class ForgottenController {
    @Get()
    get(): string {
      return 'the bill';
    }
  }
  const edge = useService({ settings: { apiKeys: KEYS }, controllers: [ForgottenController] });

  it('opens to no key, and to nobody without', async () => {
    await edge.ask('get', '/forgotten').expect(401);
    const answer = await edge.ask('get', '/forgotten').set(bearer('key-of-billing'));
    expect(answered(answer)).toEqual(problem('forbidden', 'No key may call GET /forgotten'));
  });
});

describe('the log of a service with keys', () => {
  const log = new MemoryLog();
  const edge = useService({ settings: { apiKeys: KEYS, logLevel: 'trace' }, change: log.replacing });
  beforeEach(() => log.clear());

  it.each<{ headers: Record<string, string>; status: number; key: object }>`
    headers                              | status | key
    ${bearer('key-of-billing')}          | ${200} | ${{ key: 'billing-team' }}
    ${{ 'X-API-Key': 'key-of-scraper' }} | ${403} | ${{ key: 'scraper' }}
    ${bearer('key-of-nobody')}           | ${401} | ${{}}
    ${{}}                                | ${401} | ${{}}
  `('names who asked, and never has a key: $status', async ({ headers, status, key }) => {
    await edge.ask('get', '/usage').set(headers).expect(status);
    expect(log.requests).toEqual([expect.objectContaining({ msg: `GET ${status}`, route: '/usage', status, ...key })]);
    expect('key' in (log.requests[0] ?? {})).toBe('key' in key);
    expect(log.text).not.toMatch(/key-of-/);
  });
});
