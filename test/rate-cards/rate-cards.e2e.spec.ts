import { describe, expect, it } from '@jest/globals';
import { Ajv, type Options } from 'ajv';
import vectors from '../../src/pricing/vectors.json' with { type: 'json' };
import { json } from '../support/answers.js';
import { useService } from '../support/use-service.js';
import { MESSAGES } from '../support/fake-upstream.js';
import { message, period, report } from '../support/period.js';
import {
  CANONICAL,
  sha256,
  STANDARD,
  STANDARD_CARD,
  TOKEN_ESTIMATE,
  TOKEN_ESTIMATE_CARD,
} from '../support/price-lists.js';
import { answered, problem, type ProblemAnswer } from '../support/problem-document.js';
import { refusal } from '../support/refusals.js';

const unknown = (id: string): ProblemAnswer => problem('not-found', `There is no rate card ${JSON.stringify(id)}`);

const refused = (field: string): ProblemAnswer => refusal(field, 'is unknown');

describe('GET /v1/rate-cards', () => {
  const edge = useService();

  it('lists the price lists, as data and for people', async () => {
    const { body } = await edge.ask('get', '/v1/rate-cards').expect(200);
    expect(body).toEqual({ rate_cards: [STANDARD_CARD, TOKEN_ESTIMATE_CARD] });
    expect(edge.upstream.asked).toEqual([]);
  });

  it.each<{ id: string; card: object }>`
    id                       | card
    ${'standard'}            | ${STANDARD_CARD}
    ${'token-estimate'}      | ${TOKEN_ESTIMATE_CARD}
    ${STANDARD.sha256}       | ${STANDARD_CARD}
    ${TOKEN_ESTIMATE.sha256} | ${TOKEN_ESTIMATE_CARD}
  `('has each by its id and by its SHA-256: $id', async ({ id, card }) => {
    expect((await edge.ask('get', `/v1/rate-cards/${id}`).expect(200)).body).toEqual(card);
  });

  it.each<{ path: string; answer: ProblemAnswer }>`
    path                       | answer
    ${'nope'}                  | ${unknown('nope')}
    ${'Standard'}              | ${unknown('Standard')}
    ${'__proto__'}             | ${unknown('__proto__')}
    ${'constructor'}           | ${unknown('constructor')}
    ${'%22%0A'}                | ${unknown('"\n')}
    ${sha256('')}              | ${unknown(sha256(''))}
    ${'nope/vectors'}          | ${unknown('nope')}
    ${'standard/vector'}       | ${problem('not-found', 'GET /v1/rate-cards/standard/vector is not a route of this service')}
    ${'standard?full=true'}    | ${refused('full')}
    ${'schema.json?full=true'} | ${refused('full')}
  `('does not have $path', async ({ path, answer }) => {
    expect(answered(await edge.ask('get', `/v1/rate-cards/${path}`))).toEqual(answer);
  });
});

describe('GET /v1/rate-cards/schema.json', () => {
  const edge = useService();

  /** What a validator that has never heard of this service makes of the schema. */
  const validator = async (options: Options = {}) => {
    const { body } = await edge.ask('get', '/v1/rate-cards/schema.json').expect(200);
    return new Ajv(options).compile(body);
  };

  it('is a JSON Schema, without a word that JSON Schema does not have', async () => {
    expect(await validator({ strictTypes: false })).toBeInstanceOf(Function);
  });

  it.each(Object.entries(CANONICAL))('is satisfied by %s', async (_id, canonical) => {
    const isRateCard = await validator({ strict: false });
    isRateCard(JSON.parse(canonical));
    expect(isRateCard.errors).toBeNull();
  });

  it.each<{ card: unknown; title: string }>`
    title                  | card
    ${'an empty object'}   | ${{}}
    ${'an unknown rule'}   | ${{ id: 'a', title: 'A', rules: [{ rule: 'base_costs', credits: 1 }] }}
    ${'a missing number'}  | ${{ id: 'a', title: 'A', rules: [{ rule: 'base_cost' }] }}
    ${'a negative number'} | ${{ id: 'a', title: 'A', rules: [{ rule: 'base_cost', credits: -1 }] }}
  `('is not satisfied by $title', async ({ card }) => {
    const isRateCard = await validator({ strict: false });
    expect(isRateCard(card)).toBe(false);
  });
});

describe('GET /v1/rate-cards/{id}/vectors', () => {
  const edge = useService();
  const { rate_cards: cards, description } = vectors;

  it.each([
    { reference: STANDARD, vectors: cards.standard },
    { reference: TOKEN_ESTIMATE, vectors: cards['token-estimate'] },
  ])('has the cases of $reference.id, by its id and its SHA-256', async ({ reference: { id, sha256 }, vectors }) => {
    for (const name of [id, sha256]) {
      const { body } = await edge.ask('get', `/v1/rate-cards/${name}/vectors`).expect(200);
      expect(body).toEqual({ rate_card: id, sha256, description, vectors });
    }
  });

  it('has at least 80 of them for the card in force', () => {
    expect(cards.standard.length).toBeGreaterThanOrEqual(80);
  });
});

describe('a service that bills by token-estimate', () => {
  const edge = useService({ settings: { rateCard: 'token-estimate' } });

  it('says which card bills', async () => {
    const { body } = await edge.ask('get', '/v1/rate-cards').expect(200);
    const billing = body.rate_cards.map((card: { id: string; billing: boolean }) => [card.id, card.billing]);
    expect(billing).toEqual([
      ['standard', false],
      ['token-estimate', true],
    ]);
  });

  it('charges text by its characters, and reports as ever', async () => {
    const messages = [message(), message({ id: 1001, report_id: 7 }), message({ id: 1002, text: 'tax', report_id: 8 })];
    edge.upstream.on(MESSAGES, json(period(...messages))).on('/reports/7', json(report()));
    const timestamp = '2026-03-02T08:14:09.412Z';
    expect((await edge.ask('get', '/usage').expect(200)).body).toEqual({
      usage: [
        { message_id: 1000, timestamp, credits_used: 1.7 },
        { message_id: 1001, timestamp, report_name: 'Lease Abstract', credits_used: 45 },
        { message_id: 1002, timestamp, credits_used: 1 },
      ],
    });
  });
});
