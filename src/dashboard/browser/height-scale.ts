import { type Credits, toCredits, toDecimal } from '../../pricing/credits.js';

/** Range of decimal exponents of the highest bar within which amounts are drawn unscaled. */
const EXPONENT_MIN = -6;
const EXPONENT_MAX = 14;

/** Converts amounts to bar heights: the amount divided by 10^`exponent`, as the nearest double. */
export interface HeightScale {
  /** 0 unless the highest amount is very large or very small. */
  readonly exponent: number;
  readonly toHeight: (amount: Credits) => number;
}

/**
 * A scale on which a double can hold the height of every amount up to `highest`, which may have
 * hundreds of digits.
 */
export const toHeightScale = (highest: Credits): HeightScale => {
  const order = orderOf(highest);
  const exponent = order < EXPONENT_MIN || order > EXPONENT_MAX ? order : 0;
  const toHeight = ({ units, scale }: Credits): number => Number(toDecimal(toCredits(units, scale + exponent)));
  return { exponent, toHeight };
};

/** The decimal exponent of the first digit: 2 for 115.00, -3 for 0.005, 0 for zero. */
const orderOf = ({ units, scale }: Credits): number => (units === 0n ? 0 : String(units).length - 1 - scale);

/** The axis label at a height: `0`, `1,500`, `2M`, or `1.5e308` on a scale with an exponent. */
export const formatAxisLabel = (height: number, exponent: number): string => {
  if (height === 0) return '0';
  if (exponent !== 0) return `${Number(height.toPrecision(3))}e${exponent}`;
  return height < COMPACT_FROM ? PLAIN.format(height) : COMPACT.format(height);
};

const COMPACT_FROM = 100_000;
const PLAIN = new Intl.NumberFormat('en', { maximumFractionDigits: 8 });
const COMPACT = new Intl.NumberFormat('en', { notation: 'compact' });
