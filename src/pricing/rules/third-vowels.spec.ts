import { describe, expect, it } from '@jest/globals';

import { credits, ZERO } from '../credits.js';
import { readText } from '../message-text.js';
import { finish } from '../steps.js';
import { thirdVowels } from './third-vowels.js';

describe('third_vowels', () => {
  const RATE = credits('0.30');
  const chargeOn = (text: string) => finish(thirdVowels({ rate: RATE }).charge(finish(readText(text)), ZERO));

  it.each<{ behaviour: string; text: string; quantity: number; amount: string }>`
    behaviour                                   | text                                | quantity | amount
    ${'charges a vowel as the 3rd character'}   | ${'aba'}                            | ${1}     | ${'0.30'}
    ${'charges the 3rd, 6th and 9th character'} | ${'xxaxxaxxa'}                      | ${3}     | ${'0.90'}
    ${'skips vowels in all other positions'}    | ${'aeaeix'}                         | ${1}     | ${'0.30'}
    ${'charges each of the ten vowels'}         | ${'--a--e--i--o--u--A--E--I--O--U'} | ${10}    | ${'3.00'}
    ${'counts positions across words'}          | ${'I do own'}                       | ${1}     | ${'0.30'}
    ${'counts an emoji as one character'}       | ${'\u{1F600}xa'}                    | ${1}     | ${'0.30'}
    ${'counts a combining mark as one'}         | ${'e\u0301a'}                       | ${1}     | ${'0.30'}
    ${'charges the plain letter before a mark'} | ${'xxe\u0301'}                      | ${1}     | ${'0.30'}
  `('$behaviour: "$text" $amount', ({ text, quantity, amount }) => {
    expect(chargeOn(text)).toEqual({ quantity, unit: 'vowel', rate: RATE, credits: credits(amount) });
  });

  it.each<{ behaviour: string; text: string }>`
    behaviour                                              | text
    ${'an empty message'}                                  | ${''}
    ${'a message of two characters'}                       | ${'aa'}
    ${'vowels in other positions only'}                    | ${'aexaex'}
    ${'a y'}                                               | ${'xxyxxY'}
    ${'an accented vowel'}                                 | ${'xx\u00E9xx\u00DC'}
    ${'a dotted capital I, though it lower-cases to an i'} | ${'xx\u0130'}
    ${'a dotless i, though it upper-cases to an I'}        | ${'xx\u0131'}
    ${'a full-width vowel'}                                | ${'xx\uFF41'}
    ${'a Cyrillic vowel'}                                  | ${'xx\u0430'}
  `('does not act on $behaviour', ({ text }) => {
    expect(chargeOn(text)).toBeUndefined();
  });

  it.each<{ behaviour: string; text: string; spans: [number, number][] }>`
    behaviour                               | text                        | spans
    ${'each vowel that it charges'}         | ${'xxaxxexx'}               | ${[[2, 3], [5, 6]]}
    ${'no vowel in another position'}       | ${'aexaei'}                 | ${[[5, 6]]}
    ${'code points, where an emoji is one'} | ${'\u{1F600}xa \u{1F600}e'} | ${[[2, 3], [5, 6]]}
    ${'the letter without its mark'}        | ${'xxe\u0301xa'}            | ${[[2, 3], [5, 6]]}
  `('spans $behaviour: "$text"', ({ text, spans }) => {
    expect(finish(thirdVowels({ rate: RATE }).findSpans?.(finish(readText(text))))).toEqual(spans);
  });

  it('describes itself on the price list', () => {
    expect(thirdVowels({ rate: credits('0.4') })).toMatchObject({
      code: 'third_vowels',
      label: 'Vowels in every third place',
      description: '+0.40 for each 3rd, 6th, 9th \u2026 character that is one of a e i o u A E I O U',
    });
  });
});
