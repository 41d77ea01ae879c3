import { describe, expect, it } from '@jest/globals';

import { credits, ZERO } from '../credits.js';
import { readText } from '../message-text.js';
import { finish } from '../steps.js';
import { freeAllowancePerMessage } from './free-allowance-per-message.js';

const rule = freeAllowancePerMessage({ characters: 20, rate: credits('0.05') });

describe('free_allowance_per_message', () => {
  it.each<{ behaviour: string; text: string; quantity: number; discount: string }>`
    behaviour                                 | text                             | quantity | discount
    ${'frees a message that is shorter'}      | ${'Merci'}                       | ${5}     | ${'-0.25'}
    ${'frees all of a message of its length'} | ${'Review a break date.'}        | ${20}    | ${'-1.00'}
    ${'frees the start of a longer one'}      | ${'a'.repeat(21)}                | ${20}    | ${'-1.00'}
    ${'counts an emoji once'}                 | ${'\u{1F600}\u{1F600}\u{1F600}'} | ${3}     | ${'-0.15'}
  `('$behaviour: $quantity characters for $discount', ({ text, quantity, discount }) => {
    expect(rule.charge(finish(readText(text)), ZERO)).toEqual({
      quantity,
      unit: 'character',
      rate: credits('-0.05'),
      credits: credits(discount),
    });
  });

  it('does not act on an empty message', () => {
    expect(rule.charge(finish(readText('')), ZERO)).toBeUndefined();
  });

  it('spans the characters that are free, in code points', () => {
    const spansOf = (text: string) => rule.findSpans?.(finish(readText(text)));

    expect([spansOf('\u{1F600} e'), spansOf('\u{1F600}'.repeat(30))]).toEqual([[[0, 3]], [[0, 20]]]);
  });

  it('describes itself on the price list', () => {
    expect(rule).toEqual({
      code: 'free_allowance_per_message',
      label: 'First 20 characters free',
      description: '-0.05 for each of the first 20 characters',
      charge: expect.any(Function),
      findSpans: expect.any(Function),
      fast: { scale: 2, createCharge: expect.any(Function) },
    });
  });
});
