import { isVowel } from '../characters.js';
import { type Credits, times, toDecimal } from '../credits.js';
import type { PricingRule } from '../pricing-rule.js';
import { AMOUNT, amountOf, type RuleKind } from '../rule-kind.js';
import { unitsOfCredits } from '../units.js';

/** Charges `rate` for each 3rd, 6th, 9th … character that is a vowel. Places count code points, from 1. */
export const thirdVowels = ({ rate }: { rate: Credits }): PricingRule => ({
  code: 'third_vowels',
  label: 'Vowels in every third place',
  description: `+${toDecimal(rate)} for each 3rd, 6th, 9th … character that is one of a e i o u A E I O U`,
  charge: ({ characters }) => {
    const quantity = placesOf(characters).length;
    return quantity > 0 ? { quantity, unit: 'vowel', rate, credits: times(rate, quantity) } : undefined;
  },
  spans: ({ characters }) => placesOf(characters).map((place) => [place, place + 1]),
  fast: {
    scale: rate.scale,
    at: (scale) => {
      const units = unitsOfCredits(rate, scale);
      return (_text, { thirdVowels }) => thirdVowels * units;
    },
  },
});

/** Counted from 0. */
const placesOf = (characters: readonly string[]): number[] => {
  const places: number[] = [];
  for (const [place, character] of characters.entries()) {
    if (place % 3 === 2 && isVowel(character)) places.push(place);
  }
  return places;
};

export const THIRD_VOWELS: RuleKind<{ credits_per_vowel: number }> = {
  code: 'third_vowels',
  parameters: { credits_per_vowel: AMOUNT },
  create: (card) => thirdVowels({ rate: amountOf(card.credits_per_vowel) }),
};
