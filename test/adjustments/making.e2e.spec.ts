import { describe, expect, it } from '@jest/globals';
import { json } from '../support/answers.js';
import { MESSAGES } from '../support/fake-upstream.js';
import { apiKey, bearer } from '../support/keys.js';
import { LEDGER, listedPeriods } from '../support/ledger.js';
import { withLedger } from '../support/memory-ledger.js';
import { message, period } from '../support/period.js';
import { eventually } from '../support/polling.js';
import { answered, problem } from '../support/problem-document.js';
import { TWO_PERIODS } from '../support/two-periods.js';
import { useService } from '../support/use-service.js';

const KEY = bearer('key-of-finance');
const APRIL = '2026-04-02';
const MAY = '2026-05-02';
const IN_APRIL = { timestamp: `${APRIL}T08:00:00Z` };

describe('POST /v1/adjustments', () => {
  const service = useService({
    settings: {
      ledger: LEDGER,
      apiKeys: [
        apiKey('finance', 'key-of-finance', 'usage:read', 'receipts:read', 'ledger:write'),
        apiKey('reporting', 'key-of-reporting', 'usage:read'),
      ],
    },
    fresh: true,
  });

  const serve = async (...messages: unknown[]): Promise<void> => {
    service.upstream.on(MESSAGES, json(period(...messages)));
    await service.ask('get', '/v1/usage').set(KEY).expect(200);
  };

  const lists = (...expected: string[]): Promise<true> =>
    eventually(expected.join(), async () => String(await listedPeriods(service, KEY)) === String(expected));

  /** A period with message 1 once and message 2 twice, at 2 credits each, and the one after it. */
  const keepTwoPeriods = async (): Promise<void> => {
    await serve(
      message({ id: 1, text: 'aaa', ...IN_APRIL }),
      message({ id: 2, text: 'aaa', ...IN_APRIL }),
      message({ id: 2, text: 'aaa', timestamp: `${APRIL}T09:00:00Z` }),
    );
    await lists(`${APRIL} open 3`);
  };

  const openMay = async (): Promise<void> => {
    await serve(message({ id: 11, timestamp: `${MAY}T08:00:00Z` }));
  };

  let keys = 0;
  const post = (body: object | string, key = `"key ${(keys += 1)}"`, as = 'key-of-finance') =>
    service
      .ask('post', '/v1/adjustments')
      .set(bearer(as))
      .set('Content-Type', 'application/json')
      .set('Idempotency-Key', key)
      .send(body);

  it('waives a message and takes that back, and its receipt, the list and the summary say so', async () => {
    await keepTwoPeriods();
    const asked = { message: { period: APRIL, id: 1 }, credits: -0.5, reason: ' asked twice by our fault ' };
    const waived = await post(asked, 'one').expect(201);
    const made_at: unknown = expect.stringMatching(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/);
    const about = { booked_in: APRIL, message: { period: APRIL, id: 1, nth: 0 }, author: 'finance', made_at };
    const { was } = waived.body as { was: number };
    const waiver = {
      number: 1,
      kind: 'waiver',
      ...about,
      was,
      now: Number((was - 0.5).toFixed(2)),
      credits: -0.5,
      reason: 'asked twice by our fault',
    };
    expect(waived.body).toEqual(waiver);
    expect(waived.headers).toMatchObject({ location: '/v1/adjustments/1', 'cache-control': 'no-store' });
    const again = await post(asked, '"one"').expect(201);
    expect([again.body, again.headers['location']]).toEqual([waived.body, '/v1/adjustments/1']);

    const back = await post({ reverses: 1, reason: 'not our fault' }).expect(201);
    const reversal = {
      number: 2,
      kind: 'manual',
      ...about,
      was: waiver.now,
      now: was,
      credits: 0.5,
      reason: 'not our fault',
      reverses: 1,
    };
    expect(back.body).toEqual(reversal);
    expect(answered(await post({ reverses: 1, reason: 'once more' }))).toEqual(
      problem('already-reversed', 'Adjustment 1 has been taken back by adjustment 2'),
    );

    const get = async (path: string): Promise<unknown> => (await service.ask('get', path).set(KEY).expect(200)).body;
    expect(await get('/v1/adjustments')).toEqual({ adjustments: [waiver, reversal] });
    expect(await get('/v1/adjustments/2')).toEqual(reversal);
    for (const query of ['', `?period=${APRIL}`])
      expect(await get(`/v1/usage/1/receipt${query}`)).toMatchObject({
        credits_used: was,
        adjustments: [waiver, reversal],
      });
    expect(await get('/v1/usage/1/receipt?rate_card=token-estimate')).not.toHaveProperty('adjustments');
    expect(await get(`/v1/usage/summary?period=${APRIL}`)).toMatchObject({ adjustments: 0 });
    const text = await service.ask('get', `/v1/usage/1/receipt?period=${APRIL}&format=text`).set(KEY).expect(200);
    expect(text.text).toContain(
      '- Adjustment 1 (waiver, by finance): -0.50, which leaves 1.50. asked twice by our fault\n' +
        '- Adjustment 2 (manual, by finance): 0.50, which leaves 2.00. not our fault\n',
    );
    const csv = await service.ask('get', `/v1/usage/1/receipt?period=${APRIL}&format=csv`).set(KEY).expect(200);
    expect(csv.text).toContain(
      'waiver,Adjustment 1 by finance: asked twice by our fault,,,,-0.5,1.5\r\n' +
        `1,${IN_APRIL.timestamp},text,,,standard,manual,Adjustment 2 by finance: not our fault,,,,0.5,2\r\n`,
    );
  });

  it('books for a closed period in the open one, and the closed one stays as it is', async () => {
    await keepTwoPeriods();
    await openMay();
    await lists(`${MAY} open 1`, `${APRIL} grace 3`);
    await serve(message({ id: 11, timestamp: `${MAY}T08:00:00Z` }), message({ id: 12, timestamp: `${MAY}T09:00:00Z` }));
    await lists(`${MAY} open 2`, `${APRIL} closed 3`);
    const of = async (id: string): Promise<unknown> => (await service.ask('get', `/v1/periods/${id}`).set(KEY)).body;
    const before = await of(APRIL);
    const { body } = await post({ message: { period: APRIL, id: 1 }, credits: -1, reason: 'goodwill' }).expect(201);
    expect(body).toMatchObject({ kind: 'waiver', booked_in: MAY, message: { period: APRIL } });
    expect((await post({ period: APRIL, credits: -40, reason: 'goodwill' })).body).toMatchObject({
      kind: 'manual',
      booked_in: MAY,
      period: APRIL,
      credits: -40,
    });
    expect(await of(APRIL)).toEqual(before);
    expect(await of(MAY)).toMatchObject({ adjustments: -41 });
  });

  it('keeps every digit of an amount', async () => {
    await keepTwoPeriods();
    const body = `{"credits":-1234567890123456789.00000000000000000001,"reason":"exact"}`;
    expect((await post(body).expect(201)).text).toContain('"credits":-1234567890123456789.00000000000000000001');
  });

  it('books once where the same request comes several times at once', async () => {
    await keepTwoPeriods();
    const asked = { message: { period: 'current', id: 1 }, credits: -1, reason: 'goodwill' };
    const answers = await Promise.all(Array.from({ length: 5 }, () => post(asked, '"the same"')));
    expect(answers.map(({ status, body }) => [status, (body as { number: number }).number])).toEqual(
      Array.from({ length: 5 }, () => [201, 1]),
    );
    expect(answered(await post({ ...asked, credits: -0.5 }, '"the same"'))).toEqual(
      problem(
        'idempotency-conflict',
        'This Idempotency-Key was used for another request, so nothing was booked: use a new key',
      ),
    );
    expect(
      ((await service.ask('get', '/v1/adjustments').set(KEY)).body as { adjustments: [] }).adjustments,
    ).toHaveLength(1);
  });

  it('says which of several messages with an id it could be', async () => {
    await keepTwoPeriods();
    const named = { period: APRIL, id: 2 };
    const ask = (message: object) => post({ message, credits: -1, reason: 'goodwill' });
    const reason = `2 is there more than once: add timestamp or nth (nth 0 of ${APRIL}T08:00:00Z, nth 1 of ${APRIL}T09:00:00Z)`;
    expect(answered(await ask(named))).toEqual(
      problem('invalid-request', `message ${reason}`, [{ field: 'message', reason }]),
    );
    expect((await ask({ ...named, nth: 1 }).expect(201)).body).toMatchObject({ message: { nth: 1 } });
    expect((await ask({ ...named, timestamp: `${APRIL}T10:00:00+02:00` }).expect(201)).body).toMatchObject({
      message: { nth: 0 },
    });
    expect(answered(await ask({ ...named, nth: 2 }))).toEqual(
      problem(
        'not-found',
        `The period ${APRIL} has no such message 2, only nth 0 of ${APRIL}T08:00:00Z, nth 1 of ${APRIL}T09:00:00Z`,
      ),
    );
  });

  it('is on the receipt of the message it is for, of several with its id', async () => {
    await keepTwoPeriods();
    const { body } = await post({ message: { period: APRIL, id: 2, nth: 1 }, credits: -1, reason: 'goodwill' });
    for (const query of ['', `?period=${APRIL}`]) {
      const receipts = await service.ask('get', `/v1/usage/2/receipt${query}`).set(KEY).expect(200);
      expect(receipts.body).toEqual({
        receipts: [
          expect.not.objectContaining({ adjustments: [body] }),
          expect.objectContaining({ adjustments: [body] }),
        ],
      });
    }
  });

  it('refuses what the ledger does not have, and more than is left', async () => {
    await keepTwoPeriods();
    const ask = async (body: object) => answered(await post({ reason: 'goodwill', ...body }));
    expect(await ask({ message: { period: APRIL, id: 77 }, credits: -1 })).toEqual(
      problem('not-found', `The period ${APRIL} has no message 77`),
    );
    expect(await ask({ message: { period: '2020-01-01', id: 1 }, credits: -1 })).toEqual(
      problem('not-found', `There is no period 2020-01-01: the newest are ${APRIL}`),
    );
    expect(await ask({ period: '2020-01-01', credits: 1 })).toEqual(
      problem('not-found', `There is no period 2020-01-01: the newest are ${APRIL}`),
    );
    expect(await ask({ reverses: 9 })).toEqual(problem('not-found', 'There is no adjustment 9'));
    const reason = 'takes off more than the 2 that is left of the message';
    expect(await ask({ message: { period: APRIL, id: 1 }, credits: -2.001 })).toEqual(
      problem('invalid-request', `credits ${reason}`, [{ field: 'credits', reason }]),
    );
    expect((await service.ask('get', '/v1/adjustments/1').set(KEY)).status).toBe(404);
  });
});

describe('POST /v1/adjustments of a service with keys', () => {
  const service = useService({
    settings: {
      apiKeys: [
        apiKey('finance', 'key-of-finance', 'ledger:write'),
        apiKey('reporting', 'key-of-reporting', 'usage:read'),
      ],
    },
    change: withLedger(TWO_PERIODS),
  });

  const post = (body: object, headers: Record<string, string> = { 'Idempotency-Key': 'k' }, as = 'key-of-finance') =>
    service.ask('post', '/v1/adjustments').set(bearer(as)).set(headers).send(body);

  it('needs the scope', async () => {
    expect(answered(await post({ credits: 1, reason: 'why not' }, undefined, 'key-of-reporting'))).toEqual(
      problem('forbidden', 'The key "reporting" does not have the scope ledger:write'),
    );
  });

  it.each<{ what: string; body: object; field: string; reason: string }>`
    what                                 | body                                                                                           | field           | reason
    ${'no amount'}                       | ${{ reason: 'why not' }}                                                                       | ${'credits'}    | ${'must be a number other than 0'}
    ${'an amount of 0'}                  | ${{ credits: 0, reason: 'why not' }}                                                           | ${'credits'}    | ${'must be a number other than 0'}
    ${'an amount in quotes'}             | ${{ credits: '-1', reason: 'why not' }}                                                        | ${'credits'}    | ${'must be a number other than 0'}
    ${'a short reason'}                  | ${{ credits: 1, reason: ' ab ' }}                                                              | ${'reason'}     | ${'must be a string of 3 to 500 characters, none of them a control character'}
    ${'a long reason'}                   | ${{ credits: 1, reason: '\u{1F600}'.repeat(501) }}                                             | ${'reason'}     | ${'must be a string of 3 to 500 characters, none of them a control character'}
    ${'a reason of two lines'}           | ${{ credits: 1, reason: 'why\nnot' }}                                                          | ${'reason'}     | ${'must be a string of 3 to 500 characters, none of them a control character'}
    ${'half a character'}                | ${{ credits: 1, reason: 'why \ud800' }}                                                        | ${'reason'}     | ${'must be a string of 3 to 500 characters, none of them a control character'}
    ${'a misspelt field'}                | ${{ credits: 1, reason: 'why not', perod: 'current' }}                                         | ${'perod'}      | ${'is unknown: did you mean period?'}
    ${'a misspelt field of the message'} | ${{ credits: 1, reason: 'why not', message: { period: 'current', di: 1 } }}                    | ${'message.di'} | ${'is unknown: did you mean id?'}
    ${'a message that is a list'}        | ${{ credits: 1, reason: 'why not', message: [] }}                                              | ${'message'}    | ${'must be an object'}
    ${'a message without an id'}         | ${{ credits: 1, reason: 'why not', message: { period: 'current' } }}                           | ${'message.id'} | ${'must be a whole number of 0 or more'}
    ${'message and period'}              | ${{ credits: 1, reason: 'why not', message: { period: 'current', id: 1 }, period: 'current' }} | ${'period'}     | ${'must be left out: message names it'}
    ${'reverses and message'}            | ${{ reverses: 1, reason: 'why not', message: { period: 'current', id: 1 } }}                   | ${'message'}    | ${'must be left out: it is that of what is taken back'}
    ${'reverses 0'}                      | ${{ reverses: 0, reason: 'why not' }}                                                          | ${'reverses'}   | ${'must be the number of an adjustment'}
  `('refuses $what', async ({ body, field, reason }) => {
    const { status, body: answer } = await post(body);
    expect([status, (answer as { errors: unknown[] }).errors]).toEqual([
      400,
      expect.arrayContaining([{ field, reason }]),
    ]);
  });

  it('says what an Idempotency-Key is where there is none', async () => {
    const { status, body } = await post({ credits: 1, reason: 'why not' }, {});
    expect([status, (body as { detail: string }).detail]).toEqual([
      400,
      'Idempotency-Key must be a request header with 1 to 255 printable ASCII characters that you choose anew for each ' +
        'adjustment, such as a UUID: the same key books once, however often it is sent',
    ]);
  });
});

describe('POST /v1/adjustments of a service without keys', () => {
  const service = useService({ change: withLedger(TWO_PERIODS) });

  it('is refused: nobody would be known to have asked', async () => {
    const response = await service.ask('post', '/v1/adjustments').send({ credits: 1, reason: 'why not' });
    expect(answered(response)).toEqual(
      problem('unauthorized', 'POST /v1/adjustments needs an API key, and this service has none: set API_KEYS'),
    );
  });
});
