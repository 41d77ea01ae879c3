import { describe, expect, it } from '@jest/globals';

import { credits, ZERO } from '../credits.js';
import { measureText } from '../fast/measure-text.js';
import { readText } from '../message-text.js';
import { finish } from '../steps.js';
import { tokenEstimate } from './token-estimate.js';

describe('token_estimate', () => {
  const chargeOn = (text: string, per100Tokens = '40.00', charactersPerToken = 4) =>
    finish(
      tokenEstimate({ charactersPerToken, per100Tokens: credits(per100Tokens) }).charge(finish(readText(text)), ZERO),
    );

  it.each<{ behaviour: string; text: string; quantity: number; amount: string }>`
    behaviour                                   | text                     | quantity     | amount
    ${'charges whole tokens'}                   | ${'rent'}                | ${4}         | ${'0.40'}
    ${'charges fractions of a token'}           | ${'What is the rent?'}   | ${17}        | ${'1.70'}
    ${'charges less than one token'}            | ${'a'}                   | ${1}         | ${'0.10'}
    ${'charges the amount of the card for 100'} | ${'rent'.repeat(100)}    | ${400}       | ${'40.00'}
    ${'charges spaces and line ends'}           | ${'  \r\n'}              | ${4}         | ${'0.40'}
    ${'counts an emoji once'}                   | ${'\u{1F600}\u{1F600}'}  | ${2}         | ${'0.20'}
    ${'counts a letter and its combining mark'} | ${'cafe\u0301'}          | ${5}         | ${'0.50'}
    ${'counts half an emoji as one'}            | ${'\uDE00\uD83D'}        | ${2}         | ${'0.20'}
    ${'charges a long text without drift'}      | ${'x'.repeat(1_000_001)} | ${1_000_001} | ${'100000.10'}
  `('$behaviour: $quantity for $amount', ({ text, quantity, amount }) => {
    expect(chargeOn(text)).toEqual({ quantity, unit: 'character', credits: credits(amount) });
  });

  it('does not act on an empty message', () => {
    expect(chargeOn('')).toBeUndefined();
  });

  it.each<{ behaviour: string; text: string; per100Tokens: string; charactersPerToken: number; amount: string }>`
    behaviour                            | text       | per100Tokens | charactersPerToken | amount
    ${'half a hundredth up'}             | ${'a'}     | ${'2.00'}    | ${4}               | ${'0.01'}
    ${'once, not for each character'}    | ${'ab'}    | ${'2.00'}    | ${4}               | ${'0.01'}
    ${'one and a half hundredths up'}    | ${'abc'}   | ${'2.00'}    | ${4}               | ${'0.02'}
    ${'less than half a hundredth down'} | ${'a'}     | ${'1.9999'}  | ${4}               | ${'0.00'}
    ${'a third down'}                    | ${'abcd'}  | ${'100.00'}  | ${3}               | ${'1.33'}
    ${'two thirds up'}                   | ${'abcde'} | ${'100.00'}  | ${3}               | ${'1.67'}
  `('rounds $behaviour: "$text" $amount', ({ text, per100Tokens, charactersPerToken, amount }) => {
    expect(chargeOn(text, per100Tokens, charactersPerToken)?.credits).toEqual(credits(amount));
  });

  it.each<{ characters: number; units: number }>`
    characters     | units
    ${1}           | ${500_000}
    ${45_000_000}  | ${22_499_999_775_000}
    ${100_000_000} | ${NaN}
    ${2 ** 29}     | ${NaN}
  `('has a fast charge only within the safe integers: $characters characters', ({ characters, units }) => {
    const { fast } = tokenEstimate({ charactersPerToken: 2, per100Tokens: credits('9999.9999') });
    const measure = { ...measureText(''), characters };

    expect(fast?.createCharge(4)('', measure, 0)).toBe(units);
  });

  it('spans the whole message, in code points', () => {
    const { findSpans } = tokenEstimate({ charactersPerToken: 4, per100Tokens: credits('40') });

    expect(findSpans?.(finish(readText('\u{1F600} e\u0301')))).toEqual([[0, 4]]);
  });

  it('describes itself on the price list', () => {
    expect(tokenEstimate({ charactersPerToken: 5, per100Tokens: credits('12.5') })).toMatchObject({
      code: 'token_estimate',
      label: 'Tokens, estimated as characters / 5',
      description: 'characters / 5 = tokens, 12.50 for 100 tokens, rounded half-up to 2 decimals',
    });
  });
});
