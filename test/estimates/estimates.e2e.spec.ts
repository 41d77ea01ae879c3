import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { assertLaw } from '../support/assert-law.js';
import { credits, sum, toPlainDecimal } from '../../src/pricing/index.js';
import { anyText } from '../support/any-text.js';
import { json, status } from '../support/answers.js';
import { useService } from '../support/use-service.js';
import { BY_REPORT, BY_TEXT, BY_TOKENS, type Explained, instead } from '../support/explained-prices.js';
import { report } from '../support/period.js';
import { STANDARD, TOKEN_ESTIMATE } from '../support/price-lists.js';
import { answered, problem } from '../support/problem-document.js';
import { refusal } from '../support/refusals.js';
import { REFUSED_ESTIMATES, UNREAD_BODIES } from '../support/refused-estimates.js';

const ESTIMATES = '/v1/estimates';
const RENT = 'What is the rent?';

describe('POST /v1/estimates', () => {
  const edge = useService();

  const post = (body: string | object) =>
    edge.ask('post', ESTIMATES).set('Content-Type', 'application/json').send(body);

  it.each(Object.entries(BY_TEXT))('prices a text without asking upstream: %j', async (text, explained) => {
    const { body } = await post({ messages: [{ text }] }).expect(200);
    expect(body).toEqual({ credits_used: explained.credits_used, estimates: [explained] });
    expect(edge.upstream.asked).toEqual([]);
  });

  it('prices messages in their order, each report looked up once, and sums them', async () => {
    edge.upstream.on('/reports/7', json(report()));
    const { body, headers } = await post({
      messages: [
        { text: 'aba' },
        { text: 'Generate it.', report_id: 7 },
        { text: 'lease lease', report_id: 8 },
        { text: 'hi', report_id: null },
        { text: '', report_id: 7 },
      ],
    }).expect(200);
    expect(body).toEqual({
      credits_used: 95.55,
      estimates: [BY_TEXT.aba, BY_REPORT, instead(BY_TEXT['lease lease'], 8), BY_TEXT.hi, BY_REPORT],
    });
    expect(headers).toMatchObject({ 'cache-control': 'no-store', 'content-type': 'application/json; charset=utf-8' });
    expect(edge.upstream.asked.map(({ path }) => path).toSorted()).toEqual(['/reports/7', '/reports/8']);
  });

  it.each<{ rate_card?: string | null; estimate: Explained }>`
    rate_card                | estimate
    ${'token-estimate'}      | ${BY_TOKENS}
    ${TOKEN_ESTIMATE.sha256} | ${BY_TOKENS}
  `('prices by the rate card $rate_card', async ({ rate_card, estimate }) => {
    const { body } = await post({ messages: [{ text: RENT }], rate_card }).expect(200);
    expect(body).toEqual({ credits_used: 1.7, estimates: [estimate] });
  });

  it.each(['standard', STANDARD.sha256, null])('prices by the billing card: %s', async (rate_card) => {
    const { body } = await post({ messages: [{ text: 'aba' }], rate_card }).expect(200);
    expect(body).toEqual({ credits_used: 2, estimates: [BY_TEXT.aba] });
  });

  it.each(['nope', '', 'Standard', '__proto__', 'flat'])('knows no rate card "%s"', async (rate_card) => {
    const messages = [{ text: 'a', report_id: 7 }];
    expect(answered(await post({ messages, rate_card }))).toEqual(
      problem('not-found', `There is no rate card "${rate_card}"`),
    );
    expect(edge.upstream.asked).toEqual([]);
  });

  it('prices no messages at 0', async () => {
    expect((await post({ messages: [] }).expect(200)).body).toEqual({ credits_used: 0, estimates: [] });
  });

  it('accepts at most a thousand messages', async () => {
    const messages = Array.from({ length: 1000 }, () => ({ text: 'aba' }));
    const { body } = await post({ messages }).expect(200);
    expect(body).toEqual({ credits_used: 2000, estimates: messages.map(() => BY_TEXT.aba) });
    expect(answered(await post({ messages: [...messages, { text: 'aba' }] }))).toEqual(
      refusal('messages', 'must have at most 1000 messages'),
    );
  });

  it.each(REFUSED_ESTIMATES)('refuses $body: $field $reason', async ({ body, field, reason }) => {
    expect(answered(await post(body))).toEqual(refusal(field, reason));
    expect(edge.upstream.asked).toEqual([]);
  });

  it('names every fault', async () => {
    const errors = [
      { field: 'urgent', reason: 'is unknown; allowed: messages, rate_card, at' },
      { field: 'messages[0].text', reason: 'must be a string' },
      { field: 'messages[2].report_id', reason: 'must be a whole number of 0 or more' },
    ];
    const detail = errors.map(({ field, reason }) => `${field} ${reason}`).join('; ');
    const messages = [{ text: 1 }, { text: 'a' }, { text: 'b', report_id: 0.5 }];
    expect(answered(await post({ messages, urgent: true }))).toEqual(problem('invalid-request', detail, errors));
  });

  it.each([
    '{"messages":[{"text":"aba","__proto__":{"report_id":7}}],"__proto__":{"rate_card":"token-estimate"}}',
    '{"messages":[{"text":"lease lease","text":"aba"}]}',
  ])('is not affected by %s', async (body) => {
    expect((await post(body).expect(200)).body).toEqual({ credits_used: 2, estimates: [BY_TEXT.aba] });
    expect({}).not.toHaveProperty('report_id');
  });

  it.each(UNREAD_BODIES)('refuses a body that $what', async ({ type, body, answer }) => {
    expect(answered(await edge.ask('post', ESTIMATES).set('Content-Type', type).send(body))).toEqual(answer);
  });

  it('refuses a query', async () => {
    const errors = [{ field: 'rate_card', reason: 'is unknown' }];
    expect(answered(await edge.ask('post', `${ESTIMATES}?rate_card=standard`).send({ messages: [] }))).toEqual(
      problem('invalid-request', 'rate_card is unknown', errors),
    );
  });

  it('fails as a whole if one report cannot be read', async () => {
    edge.upstream.on('/reports/7', json(report())).on('/reports/8', status(403));
    const messages = [{ text: 'aba' }, { text: 'a', report_id: 7 }, { text: 'a', report_id: 8 }];
    expect(answered(await post({ messages }))).toEqual(problem('upstream-unavailable', 'GET /reports/8 answered 403'));
  });

  it('sums every line of any text exactly', async () => {
    await assertLaw(
      fc.asyncProperty(fc.array(anyText, { minLength: 1, maxLength: 50, size: 'max' }), async (texts) => {
        const { body } = await post({ messages: texts.map((text) => ({ text })) }).expect(200);
        const estimates: Explained[] = body.estimates;
        const totals = estimates.map(({ lines }) => sum(lines.map((line) => credits(line.credits))));
        expect(estimates.map(({ credits_used }) => credits(credits_used))).toEqual(totals);
        expect(estimates.map(({ lines }) => lines.at(-1)?.running_total)).toEqual(
          totals.map(toPlainDecimal).map(Number),
        );
        expect(body.credits_used).toBe(Number(toPlainDecimal(sum(totals))));
      }),
      { numRuns: 40, seed: 20_240_429 },
    );
  });
});

describe('POST /v1/estimates of a service that bills by another card', () => {
  const edge = useService({ settings: { rateCard: 'token-estimate' } });

  it('prices by that card', async () => {
    const { body } = await edge.ask('post', ESTIMATES).send({ messages: [{ text: RENT }] });
    expect(body).toEqual({ credits_used: 1.7, estimates: [BY_TOKENS] });
  });
});
