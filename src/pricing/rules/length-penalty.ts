import { type Credits, toDecimal } from '../credits.js';
import type { PricingRule } from '../pricing-rule.js';

/** Charges `penalty` once to a message of more than `limit` characters (code points); exactly `limit` is free of it. */
export const lengthPenalty = ({ limit, penalty }: { limit: number; penalty: Credits }): PricingRule => ({
  code: 'length_penalty',
  label: `More than ${limit} characters`,
  description: `+${toDecimal(penalty)} if the message has more than ${limit} characters`,
  charge: ({ characters }) => (characters.length > limit ? { credits: penalty } : undefined),
});
