import fc from 'fast-check';

import type { RateCardDocument } from '../../src/pricing/index.js';

const FINEST = 10_000;

/** Amounts that a rate card may have, often of few digits. */
const amount = fc.oneof(
  fc.integer({ min: 0, max: 100 }),
  fc.integer({ min: 0, max: 1_000 }).map((hundredths) => hundredths / 100),
  fc.integer({ min: 0, max: 10_000 * FINEST }).map((units) => units / FINEST),
);

const length = fc.oneof(fc.integer({ min: 1, max: 20 }), fc.integer({ min: 1, max: 1_000_000 }));

const bandsAt = (rate: 'credits_per_word' | 'credits_per_character') =>
  fc
    .record({
      lengths: fc.uniqueArray(length, { maxLength: 19 }),
      amounts: fc.array(amount, { minLength: 20, maxLength: 20 }),
    })
    .map(({ lengths, amounts }) => {
      const [open, ...closed] = amounts.map((credits) => ({ [rate]: credits }));
      const ascending = lengths.toSorted((a, b) => a - b);
      return [...ascending.map((up_to_characters, index) => ({ up_to_characters, ...closed[index] })), open];
    });

const rules = [
  fc.record({ rule: fc.constant('base_cost'), credits: amount }),
  fc.record({ rule: fc.constant('unique_word_bonus'), credits: amount }),
  fc.record({ rule: fc.constant('minimum_cost'), credits: amount }),
  fc.record({ rule: fc.constant('maximum_cost'), credits: amount }),
  fc.record({ rule: fc.constant('character_count'), credits_per_character: amount }),
  fc.record({ rule: fc.constant('word_length'), bands: bandsAt('credits_per_word') }),
  fc.record({ rule: fc.constant('tiered_characters'), bands: bandsAt('credits_per_character') }),
  fc.record({
    rule: fc.constant('free_allowance_per_message'),
    characters: length,
    credits_per_character: amount,
  }),
  fc.record({
    rule: fc.constant('percentage'),
    percent: fc.oneof(
      fc.integer({ min: -100, max: 100 }),
      fc.integer({ min: -100 * FINEST, max: 200 * FINEST }).map((units) => units / FINEST),
    ),
    decimals: fc.constantFrom(2, 3, 4),
    rounding: fc.constantFrom('half_up', 'half_even', 'up', 'down'),
  }),
  fc.record({ rule: fc.constant('third_vowels'), credits_per_vowel: amount }),
  fc.record({ rule: fc.constant('length_penalty'), more_than_characters: length, credits: amount }),
  fc.record({
    rule: fc.constant('token_estimate'),
    characters_per_token: length,
    credits_per_100_tokens: amount,
  }),
  fc.record({ rule: fc.constant('palindrome') }),
] as const;

/** Rate cards of every kind of rule in any order, also more than once. */
export const anyRateCard: fc.Arbitrary<RateCardDocument> = fc.record({
  id: fc.constant('made-up'),
  title: fc.constant('Made up'),
  rules: fc.array(fc.oneof(...rules), { minLength: 1, maxLength: 12 }),
});

/** Rate cards of all rules, each once, in any order. */
export const anyFullRateCard: fc.Arbitrary<RateCardDocument> = fc.record({
  id: fc.constant('made-up'),
  title: fc.constant('Made up'),
  rules: fc.tuple(...rules).chain((all) => fc.shuffledSubarray(all, { minLength: all.length })),
});
