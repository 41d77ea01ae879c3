import { type Credits, toCredits, toPlainDecimal, ZERO } from '../credits.js';
import { createPercentageCharge } from '../fast/percentage-charge.js';
import type { PricingRule } from '../pricing-rule.js';
import { divideRounded, type Rounding, ROUNDING_NAMES, ROUNDINGS } from '../rounding.js';
import { MAX_DECIMALS, parseAmount, type RuleKind } from '../rule-kind.js';

interface Percentage {
  /** Percent of the total so far; negative for a discount. */
  readonly percent: Credits;
  /** Decimal places that the charge is rounded to, 2 to 4. */
  readonly decimals: number;
  readonly rounding: Rounding;
}

/**
 * Adds `percent` of the total so far, or takes it off if it is negative. The charge is rounded
 * once, so that the total stays the sum of its lines; a charge that rounds to nothing makes no line.
 */
export const percentage = ({ percent, decimals, rounding }: Percentage): PricingRule => ({
  code: 'percentage',
  label:
    percent.units < 0n
      ? `Discount of ${toPlainDecimal(percent).slice(1)} %`
      : `Surcharge of ${toPlainDecimal(percent)} %`,
  description: `${percent.units < 0n ? '' : '+'}${toPlainDecimal(percent)} % of the total so far, rounded ${ROUNDING_NAMES[rounding]} to ${decimals} decimals`,
  charge: (_message, subtotal) => {
    const divisor = 10n ** BigInt(subtotal.scale + percent.scale + HUNDRED - decimals);
    const credits = toCredits(divideRounded(subtotal.units * percent.units, divisor, rounding), decimals);
    return credits.units === ZERO.units ? undefined : { credits };
  },
  fast: { scale: decimals, createCharge: (scale) => createPercentageCharge({ percent, decimals, rounding }, scale) },
});

/** Powers of ten in a hundred. */
const HUNDRED = 2;

export const PERCENTAGE: RuleKind<{ percent: number; decimals: number; rounding: Rounding }> = {
  code: 'percentage',
  description: 'Adds a share of the total so far, or takes it off: a surcharge or a discount.',
  parameters: {
    percent: {
      description: `Percent of the total so far, negative for a discount, with at most ${MAX_DECIMALS} decimals`,
      type: 'number',
      minimum: -100,
      maximum: 1000,
    },
    decimals: {
      description: 'Decimals that the charge is rounded to',
      type: 'integer',
      minimum: 2,
      maximum: MAX_DECIMALS,
    },
    rounding: {
      description:
        'How the charge is rounded, alike for surcharges and discounts: `half_up` and `half_even` to the nearest amount, ' +
        'from the middle away from zero or to the even digit; `up` away from zero; `down` towards zero',
      enum: ROUNDINGS,
    },
  },
  create: ({ percent, decimals, rounding }) => percentage({ percent: parseAmount(percent), decimals, rounding }),
};
