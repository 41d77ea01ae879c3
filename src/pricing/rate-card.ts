import type { PricingRule } from './pricing-rule.js';

/** A price list for message text: its rules in the order in which they apply. The order is part of the price. */
export interface RateCard {
  readonly id: string;
  readonly rules: readonly PricingRule[];
}
