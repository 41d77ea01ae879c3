import { type Credits, isLess, minus, toDecimal } from '../credits.js';
import { toUnits } from '../fast/units.js';
import type { PricingRule } from '../pricing-rule.js';
import { amountOf, parseAmount, type RuleKind } from '../rule-kind.js';

/** Lowers a total above `maximum` to `maximum`. */
export const maximumCost = ({ maximum }: { maximum: Credits }): PricingRule => ({
  code: 'maximum_cost',
  label: 'Maximum cost',
  description: `if the total is now above ${toDecimal(maximum)}, it becomes ${toDecimal(maximum)}`,
  charge: (_message, subtotal) => (isLess(maximum, subtotal) ? { credits: minus(maximum, subtotal) } : undefined),
  fast: {
    scale: maximum.scale,
    describe: () => ({}),
    createCharge: (scale) => {
      const units = toUnits(maximum, scale);
      return (_text, _measure, unitsSoFar) => (unitsSoFar > units ? units - unitsSoFar : 0);
    },
  },
});

export const MAXIMUM_COST: RuleKind<{ credits: number }> = {
  code: 'maximum_cost',
  description: 'Lowers a total that is now above a maximum to the maximum.',
  parameters: { credits: amountOf('The most credits that the total may have at this place of the list') },
  create: (card) => maximumCost({ maximum: parseAmount(card.credits) }),
};
