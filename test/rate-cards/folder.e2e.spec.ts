import { describe, expect, it } from '@jest/globals';
import { fileURLToPath } from 'node:url';
import graduated from '../../docs/examples/graduated.json' with { type: 'json' };
import { json } from '../support/answers.js';
import { MESSAGES } from '../support/fake-upstream.js';
import { message, period } from '../support/period.js';
import { useService } from '../support/use-service.js';

const FOLDER = fileURLToPath(new URL('../../docs/examples', import.meta.url));

describe('a service with a folder of rate cards', () => {
  const edge = useService({ settings: { rateCardsDir: FOLDER, rateCard: 'graduated' } });

  it('lists them after its own, as data and for people', async () => {
    const { body } = await edge.ask('get', '/v1/rate-cards').expect(200);
    const { id, title, rules } = graduated;

    expect(body.rate_cards.map((card: { id: string; billing: boolean }) => [card.id, card.billing])).toEqual([
      ['standard', false],
      ['token-estimate', false],
      ['graduated', true],
    ]);
    expect(body.rate_cards[2]).toEqual({
      id: 'graduated',
      sha256: expect.stringMatching(/^[0-9a-f]{64}$/),
      billing: true,
      in_force: [{}],
      price_list: [
        { rule: 'base_cost', description: '0.50 for every message' },
        {
          rule: 'tiered_characters',
          description:
            '+0.05 for each of characters 1-100, +0.03 for each of characters 101-200, +0.0125 for each of characters 201 or more',
        },
        { rule: 'free_allowance_per_message', description: '-0.05 for each of the first 20 characters' },
        { rule: 'percentage', description: '-12.5 % of the total so far, rounded half-even to 3 decimals' },
        { rule: 'maximum_cost', description: 'if the total is now above 7.50, it becomes 7.50' },
      ],
      card: { id, title, rules },
    });
  });

  it('serves their examples as their vectors', async () => {
    const { body } = await edge.ask('get', '/v1/rate-cards/graduated/vectors').expect(200);
    expect(body.vectors).toEqual(graduated.vectors);
  });

  it('bills by one, and explains it line by line', async () => {
    edge.upstream.on(MESSAGES, json(period(message({ text: 'Review a break date..' }))));

    const usage = await edge.ask('get', '/usage').expect(200);
    const receipt = await edge.ask('get', '/v1/usage/1000/receipt').expect(200);

    expect(usage.body.usage).toEqual([
      { message_id: 1000, timestamp: '2026-03-02T08:14:09.412Z', credits_used: 0.481 },
    ]);
    expect(
      receipt.body.lines.map(({ rule, credits, running_total }: Record<string, unknown>) => [
        rule,
        credits,
        running_total,
      ]),
    ).toEqual([
      ['base_cost', 0.5, 0.5],
      ['tiered_characters', 1.05, 1.55],
      ['free_allowance_per_message', -1, 0.55],
      ['percentage', -0.069, 0.481],
    ]);
  });

  it('compares with and estimates by any of them', async () => {
    edge.upstream.on(MESSAGES, json(period(message({ text: 'Review a break date..' }))));

    const compared = await edge.ask('get', '/v1/usage/comparison?candidate=standard').expect(200);
    const estimated = await edge
      .ask('post', '/v1/estimates')
      .send({ rate_card: 'graduated', messages: [{ text: 'Merci' }] })
      .expect(200);

    expect(compared.body.totals).toEqual({
      baseline: 0.481,
      candidate: 1.05,
      difference: 0.569,
      increases: 0.569,
      decreases: 0,
    });
    expect(estimated.body).toMatchObject({ credits_used: 0.438 });
  });
});
