import { describe, expect, it } from '@jest/globals';

import { credits } from '../credits.js';
import { readText } from '../message-text.js';
import { finish } from '../steps.js';
import { baseCost } from './base-cost.js';

describe('base_cost', () => {
  it.each<{ behaviour: string; text: string; cost: string }>`
    behaviour                                    | text                   | cost
    ${'charges an empty message'}                | ${''}                  | ${'1.00'}
    ${'charges a message without words'}         | ${'?!'}                | ${'1.00'}
    ${'charges a question, whatever its length'} | ${'review this lease'} | ${'1.00'}
    ${'charges the amount of its card'}          | ${'review this lease'} | ${'2.50'}
  `('$behaviour: "$text" $cost', ({ text, cost }) => {
    const rule = baseCost({ cost: credits(cost) });

    expect(rule.charge(finish(readText(text)), credits('7.00'))).toEqual({ credits: credits(cost) });
  });

  it('describes itself on the price list', () => {
    expect(baseCost({ cost: credits('2.5') })).toEqual({
      code: 'base_cost',
      label: 'Base cost',
      description: '2.50 for every message',
      charge: expect.any(Function),
      fast: { scale: 2, createCharge: expect.any(Function), describe: expect.any(Function) },
    });
  });
});
