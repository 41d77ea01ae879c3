import { type Credits, times, toDecimal } from '../credits.js';
import type { PricingRule } from '../pricing-rule.js';
import { AMOUNT, amountOf, type RuleKind } from '../rule-kind.js';

/** Exactly these ten: an accented vowel, or a letter that only folds to one, is not charged. */
const VOWELS: ReadonlySet<string | undefined> = new Set('aeiouAEIOU');

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
});

/** Counted from 0. */
const placesOf = (characters: readonly string[]): number[] => {
  const places: number[] = [];
  for (let place = 2; place < characters.length; place += 3) {
    if (VOWELS.has(characters[place])) places.push(place);
  }
  return places;
};

export const THIRD_VOWELS: RuleKind<{ credits_per_vowel: number }> = {
  code: 'third_vowels',
  parameters: { credits_per_vowel: AMOUNT },
  create: (card) => thirdVowels({ rate: amountOf(card.credits_per_vowel) }),
};
