import { describe, expect, it } from '@jest/globals';

import { credits } from '../credits.js';
import { readText } from '../message-text.js';
import { finish } from '../steps.js';
import { maximumCost } from './maximum-cost.js';

describe('maximum_cost', () => {
  const chargeAfter = (subtotal: string, maximum = '10.00') =>
    maximumCost({ maximum: credits(maximum) }).charge(finish(readText('lease')), credits(subtotal));

  it.each<{ behaviour: string; subtotal: string; cut: string }>`
    behaviour                                 | subtotal    | cut
    ${'lowers a total far above it'}          | ${'310.85'} | ${'-300.85'}
    ${'lowers a total just above it'}         | ${'10.05'}  | ${'-0.05'}
    ${'lowers a total finer than hundredths'} | ${'10.001'} | ${'-0.001'}
  `('$behaviour: $subtotal by $cut', ({ subtotal, cut }) => {
    expect(chargeAfter(subtotal)).toEqual({ credits: credits(cut) });
  });

  it.each(['10.00', '9.999', '0.00', '-12.00'])('leaves a total of %s alone', (subtotal) => {
    expect(chargeAfter(subtotal)).toBeUndefined();
  });

  it('may make every message free', () => {
    expect([chargeAfter('0.05', '0'), chargeAfter('0.00', '0')]).toEqual([{ credits: credits('-0.05') }, undefined]);
  });

  it('describes itself on the price list', () => {
    expect(maximumCost({ maximum: credits('12.5') })).toEqual({
      code: 'maximum_cost',
      label: 'Maximum cost',
      description: 'if the total is now above 12.50, it becomes 12.50',
      charge: expect.any(Function),
      fast: { scale: 2, createCharge: expect.any(Function), describe: expect.any(Function) },
    });
  });
});
