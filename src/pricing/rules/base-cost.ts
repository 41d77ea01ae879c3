import { type Credits, toDecimal } from '../credits.js';
import type { PricingRule } from '../pricing-rule.js';

/** Charges every message `cost`, before anything is counted. */
export const baseCost = ({ cost }: { cost: Credits }): PricingRule => ({
  code: 'base_cost',
  label: 'Base cost',
  description: `${toDecimal(cost)} for every message`,
  charge: () => ({ credits: cost }),
});
