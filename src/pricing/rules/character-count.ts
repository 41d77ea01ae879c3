import { type Credits, times, toDecimal } from '../credits.js';
import type { PricingRule } from '../pricing-rule.js';

/** Charges `rate` for each character, spaces and punctuation included. A character is a code point. */
export const characterCount = ({ rate }: { rate: Credits }): PricingRule => ({
  code: 'character_count',
  label: 'Characters',
  description: `+${toDecimal(rate)} for each character`,
  charge: ({ characters: { length: quantity } }) =>
    quantity > 0 ? { quantity, unit: 'character', rate, credits: times(rate, quantity) } : undefined,
});
