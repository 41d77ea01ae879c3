import { type Credits, credits } from './credits.js';
import type { PricingRule } from './pricing-rule.js';

/** The JSON Schema of one parameter of a rule. */
export type ParameterSchema = Readonly<Record<string, unknown>>;

/**
 * A kind of rule that a rate card can name: its code, its parameters (all required), and how to
 * create the rule.
 */
export interface RuleKind<Parameters extends object = object> {
  readonly code: string;
  readonly parameters: Readonly<Record<keyof Parameters, ParameterSchema>>;
  readonly create: (parameters: Parameters) => PricingRule;
}

/** Enough for any real price, and few enough for a JSON number to hold any total exactly. */
const MAX_DECIMALS = 4;

/**
 * The schema of an amount in credits. {@link parseAmount} counts the decimals: `multipleOf` would
 * divide in binary.
 */
export const AMOUNT: ParameterSchema = {
  description: `Credits, with at most ${MAX_DECIMALS} decimals`,
  type: 'number',
  minimum: 0,
  maximum: 10_000,
};

/** The credits of an {@link AMOUNT}. Throws a RangeError if it has more than four decimals. */
export const parseAmount = (decimal: number): Credits => {
  const amount = credits(decimal);
  if (amount.scale > MAX_DECIMALS) throw new RangeError(`${decimal} has more than ${MAX_DECIMALS} decimals`);
  return amount;
};

/** The schema of a number of characters (code points). */
export const LENGTH: ParameterSchema = { type: 'integer', minimum: 1, maximum: 1_000_000 };
