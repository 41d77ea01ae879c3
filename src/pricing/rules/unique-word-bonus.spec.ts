import { describe, expect, it } from '@jest/globals';

import { credits, ZERO } from '../credits.js';
import { readText } from '../message-text.js';
import { finish } from '../steps.js';
import { uniqueWordBonus } from './unique-word-bonus.js';

describe('unique_word_bonus', () => {
  const chargeOn = (text: string) =>
    finish(uniqueWordBonus({ bonus: credits('2.00') }).charge(finish(readText(text)), ZERO));

  it.each<{ behaviour: string; text: string }>`
    behaviour                                        | text
    ${'words that never repeat'}                     | ${'review this lease'}
    ${'a single word'}                               | ${'lease'}
    ${'words that differ in case'}                   | ${'Lease lease'}
    ${'words that differ in their apostrophe'}       | ${"tenant's tenant\u2019s"}
    ${'words that differ in how an accent is coded'} | ${'caf\u00E9 cafe\u0301'}
    ${'a word and the longer one it begins'}         | ${'sub sub-let'}
    ${'words that are object properties'}            | ${'constructor toString proto'}
    ${'a lone hyphen'}                               | ${'-'}
  `('rewards $behaviour: "$text"', ({ text }) => {
    expect(chargeOn(text)).toEqual({ credits: credits('-2.00') });
  });

  it.each<{ behaviour: string; text: string }>`
    behaviour                                    | text
    ${'an empty message'}                        | ${''}
    ${'a wordless message'}                      | ${'2024: \u{1F600}?!'}
    ${'a word that repeats'}                     | ${'the tenant the'}
    ${'a word that repeats next to punctuation'} | ${'lease? (lease)'}
    ${'words that differ only in their digits'}  | ${'abc123 abc456'}
    ${'hyphens that stand alone twice'}          | ${'rent - due - date'}
  `('gives nothing to $behaviour: "$text"', ({ text }) => {
    expect(chargeOn(text)).toBeUndefined();
  });

  it('describes itself on the price list', () => {
    expect(uniqueWordBonus({ bonus: credits('1.5') })).toEqual({
      code: 'unique_word_bonus',
      label: 'Every word is different',
      description: '-1.50 if every word is different (case-sensitive)',
      charge: expect.any(Function),
      fast: { scale: 2, createCharge: expect.any(Function), describe: expect.any(Function) },
    });
  });
});
