import { describe, expect, it } from '@jest/globals';

import { credits } from '../credits.js';
import { readText } from '../message-text.js';
import { finish } from '../steps.js';
import { palindrome } from './palindrome.js';

describe('palindrome', () => {
  const chargeOn = (text: string, subtotal = '2.35') =>
    finish(palindrome().charge(finish(readText(text)), credits(subtotal)));

  it.each<{ behaviour: string; text: string }>`
    behaviour                                               | text
    ${'a single letter'}                                    | ${'a'}
    ${'an odd number of letters'}                           | ${'level'}
    ${'an even number of letters'}                          | ${'noon'}
    ${'letters in either case'}                             | ${'Anna'}
    ${'a sentence, past its spaces and punctuation'}        | ${"Madam, I'm Adam"}
    ${'digits'}                                             | ${'12321'}
    ${'letters and digits together'}                        | ${'1a 2 A1'}
    ${'any script'}                                         | ${'\u0428\u0430\u043B\u0430\u0448'}
    ${'digits of any script'}                               | ${'\u0661\u0662\u0661'}
    ${'two vulgar fractions'}                               | ${'\u00BD\u00BD'}
    ${'two superscript digits'}                             | ${'\u00B2\u00B2'}
    ${'Roman numeral signs in either case'}                 | ${'\u2167a\u2177'}
    ${'a number beyond the basic plane'}                    | ${'\u{10107}a\u{10107}'}
    ${'accented letters'}                                   | ${'\u00E9t\u00E9'}
    ${'a letter on either side of a stripped mark'}         | ${'e\u0301te'}
    ${'a letter beyond the basic plane'}                    | ${'\u{10400}b\u{10428}'}
    ${'the letters left beside an emoji'}                   | ${'a\u{1F600}'}
    ${'the letters left beside half an emoji'}              | ${'ab\uD83Da'}
    ${'a Kelvin sign, which lower-cases to a k'}            | ${'\u212Aek'}
    ${'a dotted capital I, which lower-cases to i and dot'} | ${'\u0130xi'}
  `('doubles $behaviour', ({ text }) => {
    expect(chargeOn(text)).toEqual({ credits: credits('2.35') });
  });

  it.each<{ behaviour: string; text: string }>`
    behaviour                                               | text
    ${'an empty message'}                                   | ${''}
    ${'a message with nothing left after stripping'}        | ${'-?! \u{1F600}\uFE0F'}
    ${'two letters that differ'}                            | ${'ab'}
    ${'letters that differ only inside'}                    | ${'abca'}
    ${'words that each read backwards, but not as a whole'} | ${'level noon'}
    ${'an accent on one side only'}                         | ${'\u00E9te'}
    ${'a digit on one side only'}                           | ${'1level'}
    ${'a fraction and a superscript that differ'}           | ${'\u00BD1\u00B2'}
    ${'a Roman numeral sign on one side only'}              | ${'\u2167level'}
    ${'a long s, which stays one in lower case'}            | ${'\u017Fes'}
  `('does not act on $behaviour', ({ text }) => {
    expect(chargeOn(text)).toBeUndefined();
  });

  it.each(['1.00', '19.25', '0.005'])('adds the total so far once more: %s', (subtotal) => {
    expect(chargeOn('aba', subtotal)).toEqual({ credits: credits(subtotal) });
  });

  it('describes itself on the price list', () => {
    expect(palindrome()).toEqual({
      code: 'palindrome',
      label: 'Palindrome',
      description:
        'the total so far doubles if the whole message, lower-cased and stripped of everything but letters and numbers, reads the same backwards',
      charge: expect.any(Function),
      fast: { scale: 0, createCharge: expect.any(Function), describe: expect.any(Function) },
    });
  });
});
