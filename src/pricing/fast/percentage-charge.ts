/*
 * Speed trick: a rounded share of the total so far, in safe integers.
 * Replaces: `divideRounded` of rounding.ts, which divides bigints.
 * Gain: a card with a percentage stays on the fast path; without it, each text would be priced line
 * by line (see text-pricer.ts). Not measured alone.
 * Drop it: with text-pricer.ts.
 * Held by text-pricer.properties.spec.ts.
 */
import type { Credits } from '../credits.js';
import type { UnitCharge } from '../pricing-rule.js';
import { type Rounding, roundsAway } from '../rounding.js';
import { toUnits } from './units.js';

interface Percentage {
  readonly percent: Credits;
  /** Decimal places of the charge. */
  readonly decimals: number;
  readonly rounding: Rounding;
}

/**
 * Charges `percent` of the total so far, in units of 10^-`scale` credits. Divides the total before
 * it multiplies: with percents up to 1,000, no product exceeds the safe integers.
 */
export const createPercentageCharge = ({ percent, decimals, rounding }: Percentage, scale: number): UnitCharge => {
  const numerator = toUnits(percent, percent.scale);
  const factor = Math.abs(numerator);
  const step = 10 ** (scale - decimals);
  const divisor = 10 ** (percent.scale + 2) * step;
  return (_text, _measure, unitsSoFar) => {
    const size = Math.abs(unitsSoFar);
    const rest = size % divisor;
    const product = rest * factor;
    const remainder = product % divisor;
    const quotient = ((size - rest) / divisor) * factor + (product - remainder) / divisor;
    const between = { fromMiddle: 2 * remainder - divisor, isOdd: quotient % 2 === 1 };
    const steps = remainder > 0 && roundsAway(rounding, between) ? quotient + 1 : quotient;
    return (unitsSoFar < 0 === numerator < 0 ? steps : -steps) * step;
  };
};
