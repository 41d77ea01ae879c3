import { type Credits, times, toDecimal } from '../credits.js';
import { toUnits } from '../fast/units.js';
import type { PricingRule } from '../pricing-rule.js';
import { amountOf, parseAmount, type RuleKind } from '../rule-kind.js';

/** Charges `rate` for each character (code point), spaces and punctuation included. */
export const characterCount = ({ rate }: { rate: Credits }): PricingRule => ({
  code: 'character_count',
  label: 'Characters',
  description: `+${toDecimal(rate)} for each character`,
  charge: ({ characters: { length: quantity } }) =>
    quantity > 0 ? { quantity, unit: 'character', rate, credits: times(rate, quantity) } : undefined,
  findSpans: ({ characters: { length } }) => [[0, length]],
  fast: {
    scale: rate.scale,
    ...(rate.units > 0n && { describe: ({ characters: quantity }) => ({ quantity, unit: 'character', rate }) }),
    createCharge: (scale) => {
      const units = toUnits(rate, scale);
      return (_text, { characters }) => characters * units;
    },
  },
});

export const CHARACTER_COUNT: RuleKind<{ credits_per_character: number }> = {
  code: 'character_count',
  description: 'Charges each character, spaces and punctuation included.',
  parameters: { credits_per_character: amountOf('Credits for each character') },
  create: (card) => characterCount({ rate: parseAmount(card.credits_per_character) }),
};
