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

const bands = fc
  .record({
    lengths: fc.uniqueArray(length, { maxLength: 19 }),
    amounts: fc.array(amount, { minLength: 20, maxLength: 20 }),
  })
  .map(({ lengths, amounts }) => {
    const [open, ...closed] = amounts.map((credits_per_word) => ({ credits_per_word }));
    const ascending = lengths.toSorted((a, b) => a - b);
    return [...ascending.map((up_to_characters, index) => ({ up_to_characters, ...closed[index] })), open];
  });

const rule = fc.oneof(
  fc.record({ rule: fc.constantFrom('base_cost', 'unique_word_bonus', 'minimum_cost'), credits: amount }),
  fc.record({ rule: fc.constant('character_count'), credits_per_character: amount }),
  fc.record({ rule: fc.constant('word_length'), bands }),
  fc.record({ rule: fc.constant('third_vowels'), credits_per_vowel: amount }),
  fc.record({ rule: fc.constant('length_penalty'), more_than_characters: length, credits: amount }),
  fc.record({
    rule: fc.constant('token_estimate'),
    characters_per_token: length,
    credits_per_100_tokens: amount,
  }),
  fc.record({ rule: fc.constant('palindrome') }),
);

/** Rate cards of every kind of rule in any order, also more than once. */
export const anyRateCard: fc.Arbitrary<RateCardDocument> = fc.record({
  id: fc.constant('made-up'),
  title: fc.constant('Made up'),
  rules: fc.array(rule, { minLength: 1, maxLength: 12 }),
});
