import { type Credits, toDecimal } from '../credits.js';
import type { PricingRule } from '../pricing-rule.js';
import { AMOUNT, amountOf, type RuleKind } from '../rule-kind.js';
import { unitsOfCredits } from '../fast/units.js';

/** Charges every message `cost`, before anything is counted. */
export const baseCost = ({ cost }: { cost: Credits }): PricingRule => ({
  code: 'base_cost',
  label: 'Base cost',
  description: `${toDecimal(cost)} for every message`,
  charge: () => ({ credits: cost }),
  fast: {
    scale: cost.scale,
    at: (scale) => {
      const units = unitsOfCredits(cost, scale);
      return () => units;
    },
  },
});

export const BASE_COST: RuleKind<{ credits: number }> = {
  code: 'base_cost',
  parameters: { credits: AMOUNT },
  create: (card) => baseCost({ cost: amountOf(card.credits) }),
};
