import { describe, expect, it, jest } from '@jest/globals';

import { credits } from '../credits.js';
import { createRateCard, type RateCardDocument } from '../rate-card.js';
import { STANDARD } from '../rate-cards/standard.js';
import { createTextPricer } from './text-pricer.js';

const pricerOf = (...rules: RateCardDocument['rules']) =>
  createTextPricer(createRateCard({ id: 'made-up', title: 'Made up', rules }));

const doublings = (count: number) => Array.from({ length: count }, () => ({ rule: 'palindrome' }));

describe('a text pricer', () => {
  it.each<{ text: string; units: number }>`
    text                                                            | units
    ${''}                                                           | ${100}
    ${'aba'}                                                        | ${200}
    ${'orbital latibro'}                                            | ${210}
    ${'Are there any restrictions on alterations or improvements?'} | ${520}
    ${"tenant\u2019s rent, tenant's rent"}                          | ${340}
    ${'\u{1F600}\u{1F600}\u{1F600}'}                                | ${115}
    ${'a'.repeat(101)}                                              | ${3850}
  `('prices by the standard card at $units hundredths: "$text"', ({ text, units }) => {
    expect(createTextPricer(STANDARD).priceInUnits(text)).toBe(units);
  });

  it.each<{ amount: number; scale: number; units: number }>`
    amount    | scale | units
    ${3}      | ${2}  | ${300}
    ${0.5}    | ${2}  | ${50}
    ${1.25}   | ${2}  | ${125}
    ${1.125}  | ${3}  | ${1125}
    ${0.0001} | ${4}  | ${1}
  `('counts in the finest unit of its card: $amount', ({ amount, scale, units }) => {
    const pricer = pricerOf({ rule: 'base_cost', credits: amount });

    expect({ scale: pricer.scale, units: pricer.priceInUnits('x') }).toEqual({ scale, units });
  });

  it('may return a negative total', () => {
    expect(pricerOf({ rule: 'unique_word_bonus', credits: 2 }).priceInUnits('lease')).toBe(-200);
  });

  it('returns 0 for a card without rules', () => {
    expect(createTextPricer({ id: 'made-up', rules: [] }).priceInUnits('the lease')).toBe(0);
  });

  it.each([1, 8, 9, 12])('applies any number of rules: %s', (count) => {
    const rules = Array.from({ length: count }, () => ({ rule: 'character_count', credits_per_character: 0.05 }));

    expect(pricerOf(...rules).priceInUnits('the lease')).toBe(45 * count);
  });

  it('falls back to priceText if a rule of the card has no fast charge', () => {
    const [base, , words] = STANDARD.rules;
    const halved = { code: 'halved', label: '', description: '', charge: () => ({ credits: credits('-0.0125') }) };
    const pricer = createTextPricer({ id: 'made-up', rules: [base, words, halved].flatMap((rule) => rule ?? []) });

    expect({ scale: pricer.scale, units: pricer.priceInUnits('the lease') }).toEqual({ scale: 4, units: 12_875 });
  });

  it('throws for a total that is not a safe integer', () => {
    const { priceInUnits } = pricerOf({ rule: 'base_cost', credits: 10_000 }, ...doublings(40));

    expect(priceInUnits('ab')).toBe(1_000_000);
    expect(() => priceInUnits('aba')).toThrow(
      new RangeError('10995116277760000.00 credits are too many to count in units'),
    );
  });

  it('allows a subtotal that is not a safe integer', () => {
    const debt = [{ rule: 'unique_word_bonus', credits: 10_000 }, ...doublings(40)];

    expect(pricerOf(...debt, { rule: 'minimum_cost', credits: 1 }).priceInUnits('aba')).toBe(100);
  });

  it('never falls back for a card that a caller may submit, even for a megabyte by the most expensive one', () => {
    const credits = 9999.9999;
    const pricer = pricerOf(
      { rule: 'base_cost', credits },
      { rule: 'character_count', credits_per_character: credits },
      { rule: 'word_length', bands: [{ credits_per_word: credits }] },
      { rule: 'third_vowels', credits_per_vowel: credits },
      { rule: 'length_penalty', more_than_characters: 1, credits },
      { rule: 'unique_word_bonus', credits },
      { rule: 'token_estimate', characters_per_token: 1, credits_per_100_tokens: credits },
      { rule: 'tiered_characters', bands: [{ credits_per_character: credits }] },
      { rule: 'free_allowance_per_message', characters: 1, credits_per_character: credits },
      { rule: 'minimum_cost', credits },
      { rule: 'palindrome' },
      { rule: 'percentage', percent: 999.9999, decimals: 2, rounding: 'half_even' },
    );
    const read = jest.spyOn(String.prototype, 'slice');

    const units = pricer.priceInUnits('a '.repeat(2 ** 19));

    expect(read).not.toHaveBeenCalled();
    read.mockRestore();
    expect(units).toBe(6_174_716_848_914_592);
  });
});
