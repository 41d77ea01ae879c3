import { type Credits, times, toDecimal } from '../credits.js';
import type { PricingRule } from '../pricing-rule.js';

/** Exactly these ten: an accented vowel, or a letter that only folds to one, is not charged. */
const VOWELS = new Set('aeiouAEIOU');

/** Charges `rate` for each 3rd, 6th, 9th … character that is a vowel. Places count code points, from 1. */
export const thirdVowels = ({ rate }: { rate: Credits }): PricingRule => ({
  code: 'third_vowels',
  label: 'Vowels in every third place',
  description: `+${toDecimal(rate)} for each 3rd, 6th, 9th … character that is one of a e i o u A E I O U`,
  charge: ({ characters }) => {
    let quantity = 0;
    for (let place = 3; place <= characters.length; place += 3) {
      if (VOWELS.has(characters[place - 1] ?? '')) quantity += 1;
    }
    return quantity > 0 ? { quantity, unit: 'vowel', rate, credits: times(rate, quantity) } : undefined;
  },
});
