/**
 * An exact amount of credits: `units` × 10^-`scale`. The scale is at least 2, and greater only if
 * the amount needs more decimals, as the cost of a report may. Make amounts with the functions of
 * this file: they keep one canonical form, so that equal amounts are deeply equal.
 */
export interface Credits {
  readonly units: bigint;
  readonly scale: number;
}

const HUNDREDTHS = 2;
const DECIMAL = /^-?\d+(\.\d+)?(e[+-]?\d+)?$/;

/**
 * The amount of a decimal, given as text or as a number from JSON: `credits('0.05')`,
 * `credits(79)`. A number stands for its shortest decimal, which is the one that was written.
 * Throws a RangeError for anything that is not a finite decimal.
 */
export const credits = (decimal: string | number): Credits => {
  const text = String(decimal);
  if (!DECIMAL.test(text)) throw new RangeError(`not a decimal amount of credits: ${text}`);
  const fraction = /\.(\d+)/.exec(text)?.[1] ?? '';
  const exponent = Number(/e(.+)/.exec(text)?.[1] ?? 0);
  return toCanonical(BigInt(text.replaceAll(/\.|e.*/g, '')), fraction.length - exponent);
};

/** The amount of an integer number of hundredths of a credit. */
export const hundredths = (units: bigint | number): Credits => ({ units: BigInt(units), scale: HUNDREDTHS });

/** The amount of an integer number of units of 10^-`scale` credits; the scale may be negative. */
export const toCredits = (units: bigint | number, scale: number): Credits => toCanonical(BigInt(units), scale);

export const ZERO = hundredths(0);

/** The exact sum of two amounts. */
export const plus = (a: Credits, b: Credits): Credits => combine(a, b, (left, right) => left + right);

/** The exact difference of two amounts. */
export const minus = (a: Credits, b: Credits): Credits => combine(a, b, (left, right) => left - right);

/** The exact product of an amount and an integer. */
export const times = ({ units, scale }: Credits, count: number): Credits => toCanonical(units * BigInt(count), scale);

/**
 * The amount times `numerator` / `denominator`, rounded half-up to hundredths. The amount must not
 * be negative.
 */
export const timesFraction = ({ units, scale }: Credits, numerator: number, denominator: number): Credits => {
  const dividend = units * BigInt(numerator) * tenTo(HUNDREDTHS);
  const divisor = BigInt(denominator) * tenTo(scale);
  return hundredths((2n * dividend + divisor) / (2n * divisor));
};

/** The exact sum of any number of amounts; {@link ZERO} if there are none. */
export const sum = (amounts: Iterable<Credits>): Credits => {
  let total = ZERO;
  for (const amount of amounts) total = plus(total, amount);
  return total;
};

/** Whether `a` is less than `b`. */
export const isLess = (a: Credits, b: Credits): boolean => {
  const scale = Math.max(a.scale, b.scale);
  return unitsAt(a, scale) < unitsAt(b, scale);
};

/** Whether two amounts are equal: each has one canonical form. */
export const isEqual = (a: Credits, b: Credits): boolean => a.units === b.units && a.scale === b.scale;

/** The amount as a decimal with two places, or more if it needs them: `5.20`, `12.345`. */
export const toDecimal = ({ units, scale }: Credits): string => {
  const digits = String(units < 0n ? -units : units).padStart(scale + 1, '0');
  return `${units < 0n ? '-' : ''}${digits.slice(0, -scale)}.${digits.slice(-scale)}`;
};

/**
 * The amount as a decimal without trailing zeros, for JSON and files: `5.2`, `79`, `12.345`. No
 * exponent, no `-0`.
 */
export const toPlainDecimal = (amount: Credits): string => {
  const decimal = toDecimal(amount);
  if (amount.scale > HUNDREDTHS || !decimal.endsWith('0')) return decimal;
  return decimal.endsWith('.00') ? decimal.slice(0, -3) : decimal.slice(0, -1);
};

const tenTo = (exponent: number): bigint => 10n ** BigInt(exponent);

/** The amount in units of 10^-`finer` credits; `finer` must not be below its scale. */
export const unitsAt = ({ units, scale }: Credits, finer: number): bigint =>
  finer === scale ? units : units * tenTo(finer - scale);

const combine = (a: Credits, b: Credits, operation: (left: bigint, right: bigint) => bigint): Credits => {
  const scale = Math.max(a.scale, b.scale);
  return toCanonical(operation(unitsAt(a, scale), unitsAt(b, scale)), scale);
};

/** Puts an amount into canonical form: a scale of at least 2, and no trailing zero beyond that. */
const toCanonical = (units: bigint, scale: number): Credits => {
  if (scale < HUNDREDTHS) return { units: units * tenTo(HUNDREDTHS - scale), scale: HUNDREDTHS };
  let [digits, places] = [units, scale];
  while (places > HUNDREDTHS && digits % 10n === 0n) [digits, places] = [digits / 10n, places - 1];
  return { units: digits, scale: places };
};
