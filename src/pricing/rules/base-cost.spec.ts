import { describe, expect, it } from '@jest/globals';

import { credits } from '../credits.js';
import { readText } from '../message-text.js';
import { finish } from '../steps.js';
import { baseCost } from './base-cost.js';

describe('base_cost', () => {
  it.each<{ behaviour: string; text: string; cost: string }>`
    behaviour                                   | text                   | cost
    ${'charges an empty message'}               | ${''}                  | ${'1.00'}
    ${'charges a message without words'}        | ${'?!'}                | ${'1.00'}
    ${'charges a question, whatever it counts'} | ${'review this lease'} | ${'1.00'}
    ${'charges what the price list says'}       | ${'review this lease'} | ${'2.50'}
  `('$behaviour: "$text" $cost', ({ text, cost }) => {
    const rule = baseCost({ cost: credits(cost) });

    expect(rule.charge(finish(readText(text)), credits('7.00'))).toEqual({ credits: credits(cost) });
  });

  it('says on the price list what it charges', () => {
    expect(baseCost({ cost: credits('2.5') })).toEqual({
      code: 'base_cost',
      label: 'Base cost',
      description: '2.50 for every message',
      charge: expect.any(Function),
      fast: { scale: 2, at: expect.any(Function) },
    });
  });
});
