import { describe, expect, it } from '@jest/globals';

import { credits, ZERO } from '../credits.js';
import { readText } from '../message-text.js';
import { finish } from '../steps.js';
import { characterCount } from './character-count.js';

describe('character_count', () => {
  const RATE = credits('0.05');
  const chargeOn = (text: string) => characterCount({ rate: RATE }).charge(finish(readText(text)), ZERO);

  it.each<{ behaviour: string; text: string; quantity: number; amount: string }>`
    behaviour                                         | text                        | quantity   | amount
    ${'charges each letter'}                          | ${'hi'}                     | ${2}       | ${'0.10'}
    ${'charges spaces and punctuation too'}           | ${'  I, II & III.  '}       | ${16}      | ${'0.80'}
    ${'charges tabs, line ends and NUL'}              | ${'\t\r\n\0'}               | ${4}       | ${'0.20'}
    ${'charges an emoji once'}                        | ${'\u{1F600}'}              | ${1}       | ${'0.05'}
    ${'charges the parts of a joined emoji'}          | ${'\u{1F469}\u200D\u2696'}  | ${3}       | ${'0.15'}
    ${'charges a precomposed letter once'}            | ${'caf\u00E9'}              | ${4}       | ${'0.20'}
    ${'charges a letter and its combining mark each'} | ${'cafe\u0301'}             | ${5}       | ${'0.25'}
    ${'charges half an emoji as one'}                 | ${'\uD83D, \uDE00'}         | ${4}       | ${'0.20'}
    ${'charges a long run without rounding'}          | ${'clause '.repeat(14_286)} | ${100_002} | ${'5000.10'}
  `('$behaviour: $quantity for $amount', ({ text, quantity, amount }) => {
    expect(chargeOn(text)).toEqual({ quantity, unit: 'character', rate: RATE, credits: credits(amount) });
  });

  it('does not act on an empty message', () => {
    expect(chargeOn('')).toBeUndefined();
  });

  it('spans the whole message, in code points', () => {
    expect(characterCount({ rate: RATE }).findSpans?.(finish(readText('\u{1F600} e\u0301')))).toEqual([[0, 4]]);
  });

  it('describes itself on the price list', () => {
    expect(characterCount({ rate: credits('0.125') })).toMatchObject({
      code: 'character_count',
      label: 'Characters',
      description: '+0.125 for each character',
    });
  });
});
