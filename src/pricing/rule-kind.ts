import { type Credits, credits } from './credits.js';
import type { PricingRule } from './pricing-rule.js';

/** A JSON Schema for one parameter of a rule. */
export type ParameterSchema = Readonly<Record<string, unknown>>;

/** A rule as a rate card names it: its code, the parameters that it takes (all of them required), and what they make. */
export interface RuleKind<Parameters extends object = object> {
  readonly code: string;
  readonly parameters: Readonly<Record<keyof Parameters, ParameterSchema>>;
  readonly create: (parameters: Parameters) => PricingRule;
}

/** Enough for any real price, and too few for a sum that a JSON number cannot hold. */
const MAX_DECIMALS = 4;

/** An amount in credits. Its decimals are for {@link amountOf} to count: a schema's `multipleOf` would divide in binary. */
export const AMOUNT: ParameterSchema = {
  description: `Credits, with at most ${MAX_DECIMALS} decimals`,
  type: 'number',
  minimum: 0,
  maximum: 10_000,
};

/** Reads an {@link AMOUNT}. Throws a RangeError where it has more decimals than it may have. */
export const amountOf = (decimal: number): Credits => {
  const amount = credits(decimal);
  if (amount.scale > MAX_DECIMALS) throw new RangeError(`${decimal} has more than ${MAX_DECIMALS} decimals`);
  return amount;
};

/** A number of characters (code points). */
export const LENGTH: ParameterSchema = { type: 'integer', minimum: 1, maximum: 1_000_000 };
