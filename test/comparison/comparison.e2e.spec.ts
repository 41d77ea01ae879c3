import { describe, expect, it } from '@jest/globals';
import { credits, sum, toPlainDecimal } from '../../src/pricing/index.js';
import { json, status } from '../support/answers.js';
import { useService } from '../support/use-service.js';
import {
  amounts,
  COMPARED,
  DAYS_ELSEWHERE,
  NOTHING,
  PERIOD,
  THE_OTHER_WAY,
  UNCHANGED,
} from '../support/compared-period.js';
import { MESSAGES } from '../support/fake-upstream.js';
import { message, period, report } from '../support/period.js';
import { CANONICAL, FLAT, FLAT_REFERENCE, RULES_ALLOWED, TOKEN_ESTIMATE } from '../support/price-lists.js';
import { answered, problem, type ProblemAnswer } from '../support/problem-document.js';
import { refusal } from '../support/refusals.js';

const COMPARISON = '/v1/usage/comparison';

const NO_ZONE = 'must be the name of an IANA time zone, such as Europe/London';

const exactSum = (numbers: readonly number[]): number => Number(toPlainDecimal(sum(numbers.map(credits))));

describe('GET /v1/usage/comparison', () => {
  const edge = useService();
  const serve = (body: unknown) => edge.upstream.on(MESSAGES, json(body)).on('/reports/7', json(report()));
  const get = (candidate: string) => edge.ask('get', `${COMPARISON}?candidate=${candidate}`);

  it.each(['token-estimate', TOKEN_ESTIMATE.sha256])('prices the period by both cards: %s', async (candidate) => {
    serve(PERIOD);
    const { body, headers } = await get(candidate).expect(200);
    expect(body).toEqual(COMPARED);
    expect(headers).toMatchObject({ 'cache-control': 'private, no-cache' });
    expect(edge.upstream.asked.map(({ path }) => path).toSorted()).toEqual([MESSAGES, '/reports/7', '/reports/8']);
  });

  it.each(DAYS_ELSEWHERE)('has the days of $zone if asked for', async ({ zone, days }) => {
    serve(PERIOD);
    expect((await get(`token-estimate&time_zone=${zone}`).expect(200)).body).toEqual({ ...COMPARED, by_day: days });
  });

  it('has a day of 23 hours when the clock of London changes', async () => {
    const times = ['28T23:59:59.999Z', '29T00:00:00Z', '29T22:59:59.999Z', '29T23:00:00Z'];
    serve(period(...times.map((time, id) => message({ id, timestamp: `2026-03-${time}` }))));
    const { body } = await get('token-estimate&time_zone=Europe/London').expect(200);
    expect(body.by_day).toEqual([
      { date: '2026-03-28', ...amounts(1.05, 1.7, 0.65) },
      { date: '2026-03-29', ...amounts(2.1, 3.4, 1.3) },
      { date: '2026-03-30', ...amounts(1.05, 1.7, 0.65) },
    ]);
  });

  it('leaves out empty days if a stray timestamp makes them too many', async () => {
    serve(period(message({ timestamp: '0001-01-01T00:00:00Z' }), message({ id: 1001 }), message({ id: 1002 })));
    const { body } = await get('token-estimate').expect(200);
    expect(body.windows).toBe('occupied');
    expect(body.by_day).toEqual([
      { date: '0001-01-01', ...amounts(1.05, 1.7, 0.65) },
      { date: '2026-03-02', ...amounts(2.1, 3.4, 1.3) },
    ]);
    const { body: inNewYork } = await get('token-estimate&time_zone=America/New_York').expect(200);
    expect(inNewYork.by_day).toEqual([{ ...body.by_day[0], date: '0000-12-31' }, body.by_day[1]]);
  });

  it('has years of four digits at both ends of time', async () => {
    const timestamps = ['0000-01-01T00:00:00+23:59', '0000-01-03T00:00:00Z', '9999-12-31T23:59:59-23:59'];
    serve(period(...timestamps.map((timestamp, id) => message({ id, timestamp }))));
    const { body } = await get('token-estimate').expect(200);
    expect(body.windows).toBe('occupied');
    expect(body.by_day).toEqual(
      ['0000-01-01', '0000-01-03', '9999-12-31'].map((date) => ({ date, ...amounts(1.05, 1.7, 0.65) })),
    );
  });

  it('finds no difference between a card and itself', async () => {
    serve(PERIOD);
    expect((await get('standard').expect(200)).body).toEqual(UNCHANGED);
  });

  it('sums to the bill, day by day', async () => {
    serve(PERIOD);
    const { body } = await get('token-estimate').expect(200);
    const bill = await edge.ask('get', '/usage').expect(200);
    const billed = exactSum(bill.body.usage.map((entry: { credits_used: number }) => entry.credits_used));
    expect(body.totals.baseline).toBe(billed);
    for (const side of ['baseline', 'candidate', 'difference'] as const) {
      const days: Record<typeof side, number>[] = body.by_day;
      expect(exactSum(days.map((day) => day[side]))).toBe(body.totals[side]);
    }
    const { dearer, cheaper, unchanged } = body.messages;
    expect(dearer + cheaper + unchanged).toBe(bill.body.usage.length);
  });

  it('has nothing to compare in an empty period', async () => {
    serve(period());
    expect((await get('token-estimate').expect(200)).body).toEqual(NOTHING);
  });

  it.each<{ query: string; answer: ProblemAnswer }>`
    query                                | answer
    ${''}                                | ${refusal('candidate', 'must be the id of a rate card')}
    ${'?candidate=standard&candidate=a'} | ${refusal('candidate', 'must be the id of a rate card')}
    ${'?candidate=standard&from=2026'}   | ${refusal('from', 'is unknown; allowed: candidate, period, time_zone')}
    ${'?candidate=a&time_zone=%2B01:00'} | ${refusal('time_zone', NO_ZONE)}
    ${'?candidate=a&time_zone='}         | ${refusal('time_zone', NO_ZONE)}
    ${'?candidate=nope'}                 | ${problem('not-found', 'There is no rate card "nope"')}
    ${'?candidate='}                     | ${problem('not-found', 'There is no rate card ""')}
    ${'?candidate=__proto__'}            | ${problem('not-found', 'There is no rate card "__proto__"')}
  `('is refused before upstream is asked: $query', async ({ query, answer }) => {
    expect(answered(await edge.ask('get', `${COMPARISON}${query}`))).toEqual(answer);
    expect(edge.upstream.asked).toEqual([]);
  });

  it('fails as a whole if one report cannot be read', async () => {
    serve(PERIOD).on('/reports/8', status(403));
    expect(answered(await get('token-estimate'))).toEqual(
      problem('upstream-unavailable', 'GET /reports/8 answered 403'),
    );
  });
});

describe('POST /v1/usage/comparison', () => {
  const edge = useService();
  const serve = (body: unknown) => edge.upstream.on(MESSAGES, json(body)).on('/reports/7', json(report()));
  const post = (card: string | object) =>
    edge.ask('post', COMPARISON).set('Content-Type', 'application/json').send(card);

  it.each([
    ['token-estimate', COMPARED],
    ['standard', UNCHANGED],
  ] as const)('says of %s in the body what GET says of it', async (id, compared) => {
    serve(PERIOD);
    const { body, headers } = await post(CANONICAL[id]).expect(200);
    expect(body).toEqual(compared);
    expect(headers).toMatchObject({ 'cache-control': 'no-store' });
    expect((await edge.ask('get', `${COMPARISON}?candidate=${id}`)).body).toEqual(body);
  });

  it('has the ten largest changes in each direction, equal ones in upstream’s order', async () => {
    // By the flat card: 1.00 becomes 1.50, 2.00 becomes 1.50, 1.05 becomes 1.50 and 2.10 becomes 1.50.
    const equal = Array.from({ length: 22 }, (_, place) =>
      message({ id: 100 - place, text: place % 2 ? 'hi' : 'aba' }),
    );
    const [smaller, larger] = [message({ id: 200 }), message({ id: 300, text: 'orbital latibro' })];
    serve(period(smaller, ...equal, larger));
    const { body } = await post(FLAT).expect(200);
    expect(body.candidate).toEqual(FLAT_REFERENCE);
    expect(body.messages).toEqual({ dearer: 12, cheaper: 12, unchanged: 0 });
    expect(body.top_changes).toEqual([
      { message_id: 300, ...amounts(2.1, 1.5, -0.6) },
      ...[...Array.from({ length: 18 }).keys(), 19].map((place) => ({
        message_id: 100 - place,
        ...(place % 2 ? amounts(1, 1.5, 0.5) : amounts(2, 1.5, -0.5)),
      })),
    ]);
  });

  it('stores nothing', async () => {
    const cards = async () => (await edge.ask('get', '/v1/rate-cards')).body;
    const before = await cards();
    await post(FLAT).expect(200);
    await post({ ...FLAT, id: 'standard' }).expect(200);
    expect(await cards()).toEqual(before);
    for (const id of [FLAT_REFERENCE.id, FLAT_REFERENCE.sha256]) {
      expect(answered(await edge.ask('get', `${COMPARISON}?candidate=${id}`))).toEqual(
        problem('not-found', `There is no rate card "${id}"`),
      );
    }
  });

  it.each<{ what: string; card: object | string; answer: unknown }>`
    what                     | card                                      | answer
    ${'an empty object'}     | ${{}}                                     | ${refusal('id', 'is missing')}
    ${'nothing'}             | ${''}                                     | ${refusal('id', 'is missing')}
    ${'a list'}              | ${[FLAT]}                                 | ${refusal('the rate card', 'must be object')}
    ${'an unknown rule'}     | ${{ ...FLAT, rules: [{ rule: 'flat' }] }} | ${refusal('rules[0].rule', `"flat" is unknown; ${RULES_ALLOWED}`)}
    ${'an unknown key'}      | ${{ ...FLAT, currency: 'GBP' }}           | ${refusal('currency', 'is unknown; allowed: id, title, rules, vectors, $schema')}
    ${'a title of no UTF-8'} | ${{ ...FLAT, title: 'Our\uD83D' }}        | ${expect.objectContaining({ status: 400 })}
    ${'what is not JSON'}    | ${'{"id":'}                               | ${problem('invalid-request', expect.stringContaining('JSON'))}
    ${'over a megabyte'}     | ${`["${'a'.repeat(1024 * 1024)}"]`}       | ${problem('content-too-large', 'request entity too large')}
  `('refuses $what, before upstream is asked', async ({ card, answer }) => {
    expect(answered(await post(card))).toEqual(answer);
    expect(edge.upstream.asked).toEqual([]);
  });

  it.each(DAYS_ELSEWHERE)('has the days of $zone if asked for', async ({ zone, days }) => {
    serve(PERIOD);
    const { body } = await edge
      .ask('post', `${COMPARISON}?time_zone=${zone}`)
      .type('json')
      .send(CANONICAL['token-estimate'])
      .expect(200);
    expect(body).toEqual({ ...COMPARED, by_day: days });
  });

  it.each<{ query: string; answer: ProblemAnswer }>`
    query                        | answer
    ${'candidate=standard'}      | ${refusal('candidate', 'is unknown; allowed: period, time_zone')}
    ${'time_zone=Mars/Olympus'}  | ${refusal('time_zone', NO_ZONE)}
    ${'time_zone=UTC&time_zone'} | ${refusal('time_zone', NO_ZONE)}
  `('refuses ?$query, before upstream is asked', async ({ query, answer }) => {
    expect(answered(await edge.ask('post', `${COMPARISON}?${query}`).send(FLAT))).toEqual(answer);
    expect(edge.upstream.asked).toEqual([]);
  });
});

describe('GET /v1/usage/comparison of a service that bills by token-estimate', () => {
  const edge = useService({ settings: { rateCard: 'token-estimate' } });

  it('starts from that card', async () => {
    expect((await edge.ask('get', `${COMPARISON}?candidate=standard`).expect(200)).body).toEqual(THE_OTHER_WAY);
  });
});
