import { describe, expect, it } from '@jest/globals';
import { EXAMPLES } from '../../src/openapi/examples.js';
import { apiKey, bearer } from '../support/keys.js';
import { withLedger } from '../support/memory-ledger.js';
import { answered, problem } from '../support/problem-document.js';
import { TWO_PERIODS } from '../support/two-periods.js';
import { useService } from '../support/use-service.js';

const DECISION = '/v1/readings/388/decision';
const { request = {}, answer } = EXAMPLES[`POST ${DECISION}`] ?? {};

describe('readings of a service with keys', () => {
  const service = useService({
    settings: {
      apiKeys: [
        apiKey('finance', 'key-of-finance', 'ledger:write'),
        apiKey('reporting', 'key-of-reporting', 'usage:read'),
      ],
    },
    change: withLedger(TWO_PERIODS),
    fresh: true,
  });

  const decide = (body: string | object, path = DECISION, key = 'key-of-finance') =>
    service.ask('post', path).set(bearer(key)).set('Content-Type', 'application/json').send(body);

  it('lists those that are held', async () => {
    const { body } = await service.ask('get', '/v1/readings?outcome=held').set(bearer('key-of-reporting')).expect(200);
    expect(body).toEqual(EXAMPLES['GET /v1/readings?outcome=held']?.answer);
  });

  it.each(['', '?outcome=applied'])('lists no others: %s', async (query) => {
    const reason = 'must be held';
    expect(answered(await service.ask('get', `/v1/readings${query}`).set(bearer('key-of-reporting')))).toEqual(
      problem('invalid-request', `outcome ${reason}`, [{ field: 'outcome', reason }]),
    );
  });

  it('records a decision under the name of the key, once', async () => {
    const { body, headers } = await decide(request).expect(200);
    expect(body).toEqual(answer);
    expect(headers['cache-control']).toBe('no-store');
    expect(answered(await decide(request))).toEqual(problem('already-decided', 'Reading 388 has been decided on'));
  });

  it('decides on no reading that is not held', async () => {
    expect(answered(await decide(request, '/v1/readings/7/decision'))).toEqual(
      problem('not-found', 'No reading 7 is held'),
    );
  });

  it('needs the scope', async () => {
    expect(answered(await decide(request, DECISION, 'key-of-reporting'))).toEqual(
      problem('forbidden', 'The key "reporting" does not have the scope ledger:write'),
    );
  });

  it.each<{ what: string; body: unknown }>`
    what                     | body
    ${'no reason'}           | ${{ decision: 'discard' }}
    ${'an empty reason'}     | ${{ decision: 'discard', reason: '' }}
    ${'a blank reason'}      | ${{ decision: 'discard', reason: ' \n' }}
    ${'a reason too long'}   | ${{ decision: 'discard', reason: 'x'.repeat(501) }}
    ${'another decision'}    | ${{ decision: 'keep', reason: 'why not' }}
    ${'a field that is not'} | ${{ decision: 'discard', reason: 'why not', author: 'me' }}
    ${'a list'}              | ${[]}
  `('refuses $what', async ({ body }) => {
    expect((await decide(JSON.stringify(body))).status).toBe(400);
  });

  it('takes a reason of 500 characters, whatever they are', async () => {
    const reason = '\u{1F600}'.repeat(500);
    expect((await decide({ decision: 'new_period', reason })).body).toMatchObject({ reason });
  });

  it.each(['0', 'x', '1.5'])('refuses a number that is none: %s', async (number) => {
    expect((await decide(request, `/v1/readings/${number}/decision`)).status).toBe(400);
  });
});

describe('readings of a service without keys', () => {
  const service = useService({ change: withLedger(TWO_PERIODS) });

  it('are decided on by nobody', async () => {
    const response = await service.ask('post', DECISION).set(bearer('any')).send(request);
    expect(answered(response)).toEqual(
      problem('unauthorized', `POST ${DECISION} needs an API key, and this service has none: set API_KEYS`),
    );
    expect(response.headers['www-authenticate']).toBe('Bearer realm="copilot-credit-usage-api"');
  });
});
