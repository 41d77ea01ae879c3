import { describe, expect, it } from '@jest/globals';
import { json } from '../support/answers.js';
import { MESSAGES } from '../support/fake-upstream.js';
import { message, period, report } from '../support/period.js';
import { STANDARD, STANDARD_CARD, TOKEN_ESTIMATE, TOKEN_ESTIMATE_CARD } from '../support/price-lists.js';
import { refusal } from '../support/refusals.js';
import { answered } from '../support/problem-document.js';
import { useService } from '../support/use-service.js';

const BEFORE = '2026-03-10T12:00:00Z';
const START = '2026-03-10T12:00:00.000000001Z';
const RENT = 'What is the rent?';
/** What the text costs by either card. */
const [BY_STANDARD, BY_TOKENS] = [1.05, 1.7];

const LISTED_AS = '2026-03-10T12:00:00.000000001+00:00';
const SCHEDULED_STANDARD = { ...STANDARD_CARD, billing: false, in_force: [{ to: LISTED_AS }] };
const SCHEDULED_TOKENS = { ...TOKEN_ESTIMATE_CARD, billing: true, in_force: [{ from: LISTED_AS }] };

describe('a service whose rate card changes within a nanosecond', () => {
  const edge = useService({ settings: { rateCard: `standard,token-estimate@${START}` } });
  const post = (path: string, body: object) => edge.ask('post', path).send(body).expect(200);

  const serve = () => {
    edge.upstream.on('/reports/7', json(report()));
    edge.upstream.on(
      MESSAGES,
      json(
        period(
          message({ id: 1, timestamp: START, text: RENT }),
          message({ id: 2, timestamp: BEFORE, text: RENT }),
          message({ id: 3, timestamp: '2026-03-10T13:00:00.000000001+01:00', text: RENT, report_id: 8 }),
          message({ id: 4, timestamp: START, text: RENT, report_id: 7 }),
        ),
      ),
    );
  };

  it('bills each message by the card in force at its timestamp', async () => {
    serve();
    const { body } = await edge.ask('get', '/usage').expect(200);
    expect(body.usage).toEqual([
      { message_id: 1, timestamp: START, credits_used: BY_TOKENS },
      { message_id: 2, timestamp: BEFORE, credits_used: BY_STANDARD },
      { message_id: 3, timestamp: '2026-03-10T13:00:00.000000001+01:00', credits_used: BY_TOKENS },
      { message_id: 4, timestamp: START, credits_used: 45, report_name: 'Lease Abstract' },
    ]);
  });

  it.each([
    { id: 1, rate_card: TOKEN_ESTIMATE, credits_used: BY_TOKENS },
    { id: 2, rate_card: STANDARD, credits_used: BY_STANDARD },
    { id: 3, rate_card: TOKEN_ESTIMATE, credits_used: BY_TOKENS },
    { id: 4, rate_card: TOKEN_ESTIMATE, credits_used: 45 },
  ])('names the card in the receipt of message $id', async ({ id, ...receipt }) => {
    serve();
    const { body } = await edge.ask('get', `/v1/usage/${id}/receipt`).expect(200);
    expect(body).toMatchObject(receipt);
  });

  it('says of a receipt by the other card that it is not the bill', async () => {
    serve();
    const text = async (query: string) =>
      (await edge.ask('get', `/v1/usage/2/receipt?format=text${query}`).expect(200)).text;
    expect(await text('&rate_card=standard')).toBe(await text(''));
    expect(await text('&rate_card=token-estimate')).not.toContain(String(BY_STANDARD));
  });

  it('lists when each card is in force', async () => {
    const { body } = await edge.ask('get', '/v1/rate-cards').expect(200);
    expect(body).toEqual({ rate_cards: [SCHEDULED_STANDARD, SCHEDULED_TOKENS] });
  });

  it.each([
    { at: BEFORE, card: { ...SCHEDULED_STANDARD, billing: true } },
    { at: START, card: SCHEDULED_TOKENS },
  ])('has one card in force at $at', async ({ at, card }) => {
    const { body } = await edge.ask('get', `/v1/rate-cards?at=${at}`).expect(200);
    expect(body).toEqual({ rate_cards: [card] });
  });

  it('refuses an instant that is none', async () => {
    const reason = 'must be an RFC 3339 timestamp with an offset (in a URL, + is written %2B)';
    expect(answered(await edge.ask('get', '/v1/rate-cards?at=2026-03-10'))).toEqual(refusal('at', reason));
  });

  it.each([
    { request: {}, rate_card: TOKEN_ESTIMATE },
    { request: { at: START }, rate_card: TOKEN_ESTIMATE },
    { request: { at: BEFORE }, rate_card: STANDARD },
    { request: { at: null, rate_card: 'standard' }, rate_card: STANDARD },
  ])('estimates by the card in force now or then: $request', async ({ request, rate_card }) => {
    const { body } = await post('/v1/estimates', { messages: [{ text: RENT }], ...request });
    expect(body.estimates[0].rate_card).toEqual(rate_card);
  });

  it('refuses to estimate by two cards at once', async () => {
    const body = { messages: [], at: BEFORE, rate_card: 'standard' };
    expect(answered(await edge.ask('post', '/v1/estimates').send(body))).toEqual(
      refusal('at', 'selects a rate card, and so does rate_card: give one of them'),
    );
  });

  it('compares another card with what each message was billed by', async () => {
    serve();
    const { body } = await edge.ask('get', '/v1/usage/comparison?candidate=standard').expect(200);
    expect(body).toMatchObject({
      baseline: TOKEN_ESTIMATE,
      billed_by: [STANDARD, TOKEN_ESTIMATE],
      totals: { baseline: 49.45, candidate: 48.15, difference: -1.3 },
      messages: { dearer: 0, cheaper: 2, unchanged: 2 },
    });
  });

  it('names the newest card that billed a message as the baseline', async () => {
    edge.upstream.on(MESSAGES, json(period(message({ timestamp: BEFORE, text: RENT }))));
    const { body } = await edge.ask('get', '/v1/usage/comparison?candidate=token-estimate').expect(200);
    expect(body).toMatchObject({ baseline: STANDARD, billed_by: [STANDARD] });
  });
});
