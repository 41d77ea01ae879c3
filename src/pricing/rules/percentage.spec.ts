import { describe, expect, it } from '@jest/globals';

import { credits } from '../credits.js';
import { readText } from '../message-text.js';
import type { Rounding } from '../rounding.js';
import { finish } from '../steps.js';
import { percentage } from './percentage.js';

describe('percentage', () => {
  const chargeOn = (subtotal: string, percent: string, decimals = 2, rounding: Rounding = 'half_up') =>
    finish(
      percentage({ percent: credits(percent), decimals, rounding }).charge(
        finish(readText('lease')),
        credits(subtotal),
      ),
    );

  it.each<{ behaviour: string; subtotal: string; percent: string; charge: string }>`
    behaviour                               | subtotal    | percent     | charge
    ${'adds a surcharge'}                   | ${'5.20'}   | ${'20'}     | ${'1.04'}
    ${'takes off a discount'}               | ${'5.20'}   | ${'-15'}    | ${'-0.78'}
    ${'takes off everything'}               | ${'5.20'}   | ${'-100'}   | ${'-5.20'}
    ${'adds ten times the total'}           | ${'5.20'}   | ${'1000'}   | ${'52.00'}
    ${'counts decimals of the percent'}     | ${'200.00'} | ${'8.875'}  | ${'17.75'}
    ${'counts four decimals'}               | ${'10000'}  | ${'0.0001'} | ${'0.01'}
    ${'raises a total below zero further'}  | ${'-2.00'}  | ${'-50'}    | ${'1.00'}
    ${'lowers a total below zero further'}  | ${'-2.00'}  | ${'50'}     | ${'-1.00'}
    ${'rounds a half away from zero'}       | ${'0.10'}   | ${'5'}      | ${'0.01'}
    ${'rounds a half of a discount so too'} | ${'0.10'}   | ${'-5'}     | ${'-0.01'}
  `('$behaviour: $percent % of $subtotal is $charge', ({ subtotal, percent, charge }) => {
    expect(chargeOn(subtotal, percent)).toEqual({ credits: credits(charge) });
  });

  it.each<{ rounding: Rounding; surcharge: string; discount: string }>`
    rounding       | surcharge | discount
    ${'half_up'}   | ${'0.13'} | ${'-0.13'}
    ${'half_even'} | ${'0.12'} | ${'-0.12'}
    ${'up'}        | ${'0.13'} | ${'-0.13'}
    ${'down'}      | ${'0.12'} | ${'-0.12'}
  `('rounds 0.125 by its card, alike on both sides of zero: $rounding', ({ rounding, surcharge, discount }) => {
    expect(['10', '-10'].map((percent) => chargeOn('1.25', percent, 2, rounding)?.credits)).toEqual(
      [surcharge, discount].map(credits),
    );
  });

  it.each<{ decimals: number; charge: string }>`
    decimals | charge
    ${2}     | ${'0.33'}
    ${3}     | ${'0.333'}
    ${4}     | ${'0.3333'}
  `('rounds to $decimals decimals', ({ decimals, charge }) => {
    expect(chargeOn('1.00', '33.3333', decimals)?.credits).toEqual(credits(charge));
  });

  it.each([
    ['of nothing', '0.00', '20'],
    ['of 0 %', '5.20', '0'],
    ['that rounds to nothing', '0.04', '10'],
  ])('makes no line for a charge %s', (_why, subtotal, percent) => {
    expect(chargeOn(subtotal, percent)).toBeUndefined();
  });

  it.each<{ percent: string; label: string; description: string }>`
    percent    | label                     | description
    ${'20'}    | ${'Surcharge of 20 %'}    | ${'+20 % of the total so far, rounded half-even to 3 decimals'}
    ${'-12.5'} | ${'Discount of 12.5 %'}   | ${'-12.5 % of the total so far, rounded half-even to 3 decimals'}
    ${'8.875'} | ${'Surcharge of 8.875 %'} | ${'+8.875 % of the total so far, rounded half-even to 3 decimals'}
  `('describes itself on the price list: $percent %', ({ percent, label, description }) => {
    expect(percentage({ percent: credits(percent), decimals: 3, rounding: 'half_even' })).toEqual({
      code: 'percentage',
      label,
      description,
      charge: expect.any(Function),
      fast: { scale: 3, createCharge: expect.any(Function) },
    });
  });
});
