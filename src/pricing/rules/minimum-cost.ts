import { type Credits, isLess, minus, toDecimal } from '../credits.js';
import { toUnits } from '../fast/units.js';
import type { PricingRule } from '../pricing-rule.js';
import { amountOf, parseAmount, type RuleKind } from '../rule-kind.js';

/** Raises a total below `minimum` to `minimum`. */
export const minimumCost = ({ minimum }: { minimum: Credits }): PricingRule => ({
  code: 'minimum_cost',
  label: 'Minimum cost',
  description: `if the total is now below ${toDecimal(minimum)}, it becomes ${toDecimal(minimum)}`,
  charge: (_message, subtotal) => (isLess(subtotal, minimum) ? { credits: minus(minimum, subtotal) } : undefined),
  fast: {
    scale: minimum.scale,
    describe: () => ({}),
    createCharge: (scale) => {
      const units = toUnits(minimum, scale);
      return (_text, _measure, unitsSoFar) => (unitsSoFar < units ? units - unitsSoFar : 0);
    },
  },
});

export const MINIMUM_COST: RuleKind<{ credits: number }> = {
  code: 'minimum_cost',
  description: 'Raises a total that is now below a minimum to the minimum.',
  parameters: { credits: amountOf('The fewest credits that the total may have at this place of the list') },
  create: (card) => minimumCost({ minimum: parseAmount(card.credits) }),
};
