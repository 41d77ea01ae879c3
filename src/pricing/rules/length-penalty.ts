import { type Credits, toDecimal } from '../credits.js';
import { toUnits } from '../fast/units.js';
import type { PricingRule } from '../pricing-rule.js';
import { amountOf, lengthOf, parseAmount, type RuleKind } from '../rule-kind.js';

/**
 * Charges `penalty` once to a message of more than `limit` characters (code points); a message of
 * exactly `limit` is free.
 */
export const lengthPenalty = ({ limit, penalty }: { limit: number; penalty: Credits }): PricingRule => ({
  code: 'length_penalty',
  label: `More than ${limit} characters`,
  description: `+${toDecimal(penalty)} if the message has more than ${limit} characters`,
  charge: ({ characters }) => (characters.length > limit ? { credits: penalty } : undefined),
  fast: {
    scale: penalty.scale,
    ...(penalty.units > 0n && { describe: () => ({}) }),
    createCharge: (scale) => {
      const units = toUnits(penalty, scale);
      return (_text, { characters }) => (characters > limit ? units : 0);
    },
  },
});

export const LENGTH_PENALTY: RuleKind<{ more_than_characters: number; credits: number }> = {
  code: 'length_penalty',
  description: 'Charges a message once if it is longer than a limit.',
  parameters: {
    more_than_characters: lengthOf('The longest message without the charge'),
    credits: amountOf('Credits for a longer message'),
  },
  create: (card) => lengthPenalty({ limit: card.more_than_characters, penalty: parseAmount(card.credits) }),
};
