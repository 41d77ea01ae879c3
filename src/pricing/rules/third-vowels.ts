import { isVowel } from '../characters.js';
import { type Credits, times, toDecimal } from '../credits.js';
import { toUnits } from '../fast/units.js';
import type { PricingRule, Span } from '../pricing-rule.js';
import { amountOf, parseAmount, type RuleKind } from '../rule-kind.js';
import { endsStep, type Steps } from '../steps.js';

/**
 * Charges `rate` for each vowel among the 3rd, 6th, 9th … character. Characters are code points,
 * counted from 1.
 */
export const thirdVowels = ({ rate }: { rate: Credits }): PricingRule => ({
  code: 'third_vowels',
  label: 'Vowels in every third place',
  description: `+${toDecimal(rate)} for each 3rd, 6th, 9th … character that is one of a e i o u A E I O U`,
  *charge({ characters }) {
    const { length: quantity } = yield* findVowels(characters);
    return quantity > 0 ? { quantity, unit: 'vowel', rate, credits: times(rate, quantity) } : undefined;
  },
  findSpans: ({ characters }) => findVowels(characters),
  fast: {
    scale: rate.scale,
    ...(rate.units > 0n && { describe: ({ thirdVowels: quantity }) => ({ quantity, unit: 'vowel', rate }) }),
    createCharge: (scale) => {
      const units = toUnits(rate, scale);
      return (_text, { thirdVowels }) => thirdVowels * units;
    },
  },
});

/**
 * The spans of the charged vowels. The index of every third character is 2 more than a multiple of
 * 3.
 */
function* findVowels(characters: readonly string[]): Steps<Span[]> {
  const spans: Span[] = [];
  for (const [index, character] of characters.entries()) {
    if (endsStep(index)) yield;
    if (index % 3 === 2 && isVowel(character)) spans.push([index, index + 1]);
  }
  return spans;
}

export const THIRD_VOWELS: RuleKind<{ credits_per_vowel: number }> = {
  code: 'third_vowels',
  description: 'Charges each 3rd, 6th, 9th … character that is one of a e i o u A E I O U.',
  parameters: { credits_per_vowel: amountOf('Credits for each such vowel') },
  create: (card) => thirdVowels({ rate: parseAmount(card.credits_per_vowel) }),
};
