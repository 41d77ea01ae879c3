/**
 * How a quotient between two neighbours is rounded, alike on both sides of zero: `half_up` and
 * `half_even` to the nearer one, and from the middle away from zero or to the even one; `up` away
 * from zero; `down` towards it.
 */
export const ROUNDINGS = ['half_up', 'half_even', 'up', 'down'] as const;

export type Rounding = (typeof ROUNDINGS)[number];

/** A rounding as the price list names it. */
export const ROUNDING_NAMES: Readonly<Record<Rounding, string>> = {
  half_up: 'half-up',
  half_even: 'half-even',
  up: 'up',
  down: 'down',
};

/** Where a quotient lies between two neighbours. */
interface Between {
  /** Positive above the middle, 0 in the middle, negative below it. */
  readonly fromMiddle: number;
  /** Whether the neighbour nearer to zero is odd. */
  readonly isOdd: boolean;
}

/** Whether a quotient that is not whole is rounded to the neighbour farther from zero. */
export const roundsAway = (rounding: Rounding, { fromMiddle, isOdd }: Between): boolean => {
  if (rounding === 'up') return true;
  if (rounding === 'down') return false;
  return fromMiddle > 0 || (fromMiddle === 0 && (rounding === 'half_up' || isOdd));
};

/** The rounded quotient of two integers; the divisor is positive. */
export const divideRounded = (dividend: bigint, divisor: bigint, rounding: Rounding): bigint => {
  const size = dividend < 0n ? -dividend : dividend;
  const [quotient, remainder] = [size / divisor, size % divisor];
  const between = { fromMiddle: Number(2n * remainder - divisor), isOdd: quotient % 2n === 1n };
  const rounded = remainder > 0n && roundsAway(rounding, between) ? quotient + 1n : quotient;
  return dividend < 0n ? -rounded : rounded;
};
