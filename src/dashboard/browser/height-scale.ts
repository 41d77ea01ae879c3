import { toCredits, type Credits, toDecimal } from '../../pricing/credits.js';

/** Decimal exponents of amounts that a chart draws as they are; the highest bar decides. */
const LEAST_EXPONENT = -6;
const MOST_EXPONENT = 14;

/** Heights of bars: each is an amount divided by 10^`exponent`, as the nearest double. The exponent is 0 for ordinary amounts. */
export interface Heights {
  readonly exponent: number;
  readonly heightOf: (amount: Credits) => number;
}

/** Heights that a double can hold for amounts up to `highest`, which may have hundreds of digits. */
export const heightsUpTo = (highest: Credits): Heights => {
  const order = orderOf(highest);
  const exponent = order < LEAST_EXPONENT || order > MOST_EXPONENT ? order : 0;
  const heightOf = ({ units, scale }: Credits): number => Number(toDecimal(scaled(units, scale + exponent)));
  return { exponent, heightOf };
};

/** The exponent of the first digit: 2 of 115.00, -3 of 0.005, 0 of nothing. */
const orderOf = ({ units, scale }: Credits): number => (units === 0n ? 0 : String(units).length - 1 - scale);

const scaled = (units: bigint, scale: number): Credits =>
  scale < 0 ? toCredits(units * 10n ** BigInt(-scale), 0) : toCredits(units, scale);

/** What the axis says at a height: `0`, `1,500`, `2M`, or `1.5e308` where the heights have an exponent. */
export const toAxisLabel = (height: number, exponent: number): string => {
  if (height === 0) return '0';
  if (exponent !== 0) return `${Number(height.toPrecision(3))}e${exponent}`;
  return height < COMPACT_FROM ? PLAIN.format(height) : COMPACT.format(height);
};

const COMPACT_FROM = 100_000;
const PLAIN = new Intl.NumberFormat('en', { maximumFractionDigits: 8 });
const COMPACT = new Intl.NumberFormat('en', { notation: 'compact' });
