import { type Credits, toDecimal } from '../credits.js';
import { toUnits } from '../fast/units.js';
import type { PricingRule } from '../pricing-rule.js';
import { amountOf, parseAmount, type RuleKind } from '../rule-kind.js';

/** Charges `cost` for every message, even an empty one. */
export const baseCost = ({ cost }: { cost: Credits }): PricingRule => ({
  code: 'base_cost',
  label: 'Base cost',
  description: `${toDecimal(cost)} for every message`,
  charge: () => ({ credits: cost }),
  fast: {
    scale: cost.scale,
    ...(cost.units > 0n && { describe: () => ({}) }),
    createCharge: (scale) => {
      const units = toUnits(cost, scale);
      return () => units;
    },
  },
});

export const BASE_COST: RuleKind<{ credits: number }> = {
  code: 'base_cost',
  description: 'Charges the same for every message, even an empty one.',
  parameters: { credits: amountOf('Credits for every message') },
  create: (card) => baseCost({ cost: parseAmount(card.credits) }),
};
