import { type Credits, isLess, minus, toDecimal } from '../credits.js';
import type { PricingRule } from '../pricing-rule.js';
import { AMOUNT, amountOf, type RuleKind } from '../rule-kind.js';
import { unitsOfCredits } from '../fast/units.js';

/** Lifts a total below `minimum` to it. */
export const minimumCost = ({ minimum }: { minimum: Credits }): PricingRule => ({
  code: 'minimum_cost',
  label: 'Minimum cost',
  description: `if the total is now below ${toDecimal(minimum)}, it becomes ${toDecimal(minimum)}`,
  charge: (_message, subtotal) => (isLess(subtotal, minimum) ? { credits: minus(minimum, subtotal) } : undefined),
  fast: {
    scale: minimum.scale,
    at: (scale) => {
      const units = unitsOfCredits(minimum, scale);
      return (_text, _measure, unitsSoFar) => (unitsSoFar < units ? units - unitsSoFar : 0);
    },
  },
});

export const MINIMUM_COST: RuleKind<{ credits: number }> = {
  code: 'minimum_cost',
  parameters: { credits: AMOUNT },
  create: (card) => minimumCost({ minimum: amountOf(card.credits) }),
};
