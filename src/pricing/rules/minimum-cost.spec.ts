import { describe, expect, it } from '@jest/globals';

import { credits } from '../credits.js';
import { readText } from '../message-text.js';
import { finish } from '../steps.js';
import { minimumCost } from './minimum-cost.js';

describe('minimum_cost', () => {
  const chargeAfter = (subtotal: string, minimum = '1.00') =>
    minimumCost({ minimum: credits(minimum) }).charge(finish(readText('lease')), credits(subtotal));

  it.each<{ behaviour: string; subtotal: string; lift: string }>`
    behaviour                                 | subtotal   | lift
    ${'raises a total below zero'}            | ${'-0.85'} | ${'1.85'}
    ${'raises a total of zero'}               | ${'0.00'}  | ${'1.00'}
    ${'raises a total just below it'}         | ${'0.95'}  | ${'0.05'}
    ${'raises a total finer than hundredths'} | ${'0.999'} | ${'0.001'}
  `('$behaviour: $subtotal by $lift', ({ subtotal, lift }) => {
    expect(chargeAfter(subtotal)).toEqual({ credits: credits(lift) });
  });

  it.each(['1.00', '1.001', '1.05', '38.50'])('leaves a total of %s alone', (subtotal) => {
    expect(chargeAfter(subtotal)).toBeUndefined();
  });

  it('uses the minimum of its card', () => {
    expect([chargeAfter('1.95', '2.00'), chargeAfter('2.00', '2.00')]).toEqual([
      { credits: credits('0.05') },
      undefined,
    ]);
  });

  it('describes itself on the price list', () => {
    expect(minimumCost({ minimum: credits('0.5') })).toEqual({
      code: 'minimum_cost',
      label: 'Minimum cost',
      description: 'if the total is now below 0.50, it becomes 0.50',
      charge: expect.any(Function),
      fast: { scale: 2, createCharge: expect.any(Function), describe: expect.any(Function) },
    });
  });
});
