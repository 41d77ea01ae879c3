import { type Credits, toDecimal } from '../credits.js';
import type { PricingRule } from '../pricing-rule.js';
import { AMOUNT, amountOf, LENGTH, type RuleKind } from '../rule-kind.js';
import { unitsOfCredits } from '../fast/units.js';

/** Charges `penalty` once to a message of more than `limit` characters (code points); exactly `limit` is free of it. */
export const lengthPenalty = ({ limit, penalty }: { limit: number; penalty: Credits }): PricingRule => ({
  code: 'length_penalty',
  label: `More than ${limit} characters`,
  description: `+${toDecimal(penalty)} if the message has more than ${limit} characters`,
  charge: ({ characters }) => (characters.length > limit ? { credits: penalty } : undefined),
  fast: {
    scale: penalty.scale,
    at: (scale) => {
      const units = unitsOfCredits(penalty, scale);
      return (_text, { characters }) => (characters > limit ? units : 0);
    },
  },
});

export const LENGTH_PENALTY: RuleKind<{ more_than_characters: number; credits: number }> = {
  code: 'length_penalty',
  parameters: { more_than_characters: LENGTH, credits: AMOUNT },
  create: (card) => lengthPenalty({ limit: card.more_than_characters, penalty: amountOf(card.credits) }),
};
