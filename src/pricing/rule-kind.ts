import { type Credits, credits } from './credits.js';
import type { PricingRule } from './pricing-rule.js';

/** The JSON Schema of one parameter of a rule. */
export type ParameterSchema = Readonly<Record<string, unknown>>;

/**
 * A kind of rule that a rate card can name: its code, what it does for any parameters, its
 * parameters (all required), and how to create the rule.
 */
export interface RuleKind<Parameters extends object = object> {
  readonly code: string;
  readonly description: string;
  readonly parameters: Readonly<Record<keyof Parameters, ParameterSchema>>;
  readonly create: (parameters: Parameters) => PricingRule;
}

/** Enough for any real price, and few enough for a JSON number to hold any total exactly. */
export const MAX_DECIMALS = 4;

/**
 * The schema of an amount in credits. {@link parseAmount} counts the decimals: `multipleOf` would
 * divide in binary.
 */
export const amountOf = (description: string): ParameterSchema => ({
  description: `${description}, with at most ${MAX_DECIMALS} decimals`,
  type: 'number',
  minimum: 0,
  maximum: 10_000,
});

/**
 * The exact decimal of a number of a card, such as an amount in credits. Throws a RangeError if it
 * has more than four decimals.
 */
export const parseAmount = (decimal: number): Credits => {
  const amount = credits(decimal);
  if (amount.scale > MAX_DECIMALS) throw new RangeError(`${decimal} has more than ${MAX_DECIMALS} decimals`);
  return amount;
};

/** The schema of a number of characters (code points). */
export const lengthOf = (description: string): ParameterSchema => ({
  description: `${description}, in characters (Unicode code points)`,
  type: 'integer',
  minimum: 1,
  maximum: 1_000_000,
});
