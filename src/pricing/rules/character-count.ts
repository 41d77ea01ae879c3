import { type Credits, times, toDecimal } from '../credits.js';
import type { PricingRule } from '../pricing-rule.js';
import { AMOUNT, amountOf, type RuleKind } from '../rule-kind.js';
import { unitsOfCredits } from '../fast/units.js';

/** Charges `rate` for each character, spaces and punctuation included. A character is a code point. */
export const characterCount = ({ rate }: { rate: Credits }): PricingRule => ({
  code: 'character_count',
  label: 'Characters',
  description: `+${toDecimal(rate)} for each character`,
  charge: ({ characters: { length: quantity } }) =>
    quantity > 0 ? { quantity, unit: 'character', rate, credits: times(rate, quantity) } : undefined,
  spans: ({ characters: { length } }) => [[0, length]],
  fast: {
    scale: rate.scale,
    at: (scale) => {
      const units = unitsOfCredits(rate, scale);
      return (_text, { characters }) => characters * units;
    },
  },
});

export const CHARACTER_COUNT: RuleKind<{ credits_per_character: number }> = {
  code: 'character_count',
  parameters: { credits_per_character: AMOUNT },
  create: (card) => characterCount({ rate: amountOf(card.credits_per_character) }),
};
