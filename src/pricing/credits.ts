/**
 * An exact amount of credits: `units` × 10^-`scale`. The scale is hundredths for everything a price list produces; only a
 * report whose own cost has more decimals brings a finer one, so that its cost is passed on to the last digit.
 * Always made by the functions below, in one canonical form, so that equal amounts are deeply equal.
 */
export interface Credits {
  readonly units: bigint;
  readonly scale: number;
}

const HUNDREDTHS = 2;
const DECIMAL = /^-?\d+(\.\d+)?(e[+-]?\d+)?$/;

/**
 * Reads a decimal, as text or as the number that JSON gave: `credits('0.05')`, `credits(79)`. A number is read by its
 * shortest decimal, which is the one that was written. Throws a RangeError for anything that is not a finite decimal.
 */
export const credits = (decimal: string | number): Credits => {
  const text = String(decimal);
  if (!DECIMAL.test(text)) throw new RangeError(`not a decimal amount of credits: ${text}`);
  const fraction = /\.(\d+)/.exec(text)?.[1] ?? '';
  const exponent = Number(/e(.+)/.exec(text)?.[1] ?? 0);
  return canonical(BigInt(text.replaceAll(/\.|e.*/g, '')), fraction.length - exponent);
};

/** An integer number of hundredths of a credit. */
export const hundredths = (units: bigint | number): Credits => ({ units: BigInt(units), scale: HUNDREDTHS });

/** A whole number of units of 10^-`scale` credits. */
export const creditsOfUnits = (units: bigint | number, scale: number): Credits => canonical(BigInt(units), scale);

export const ZERO = hundredths(0);

export const plus = (a: Credits, b: Credits): Credits => combine(a, b, (left, right) => left + right);

export const minus = (a: Credits, b: Credits): Credits => combine(a, b, (left, right) => left - right);

export const times = ({ units, scale }: Credits, count: number): Credits => canonical(units * BigInt(count), scale);

/** `count` parts of the `of` that an amount of 0 or more is cut into, rounded half-up to hundredths. */
export const shareOf = ({ units, scale }: Credits, count: number, of: number): Credits => {
  const dividend = units * BigInt(count) * tenTo(HUNDREDTHS);
  const divisor = BigInt(of) * tenTo(scale);
  return hundredths((2n * dividend + divisor) / (2n * divisor));
};

export const sum = (amounts: Iterable<Credits>): Credits => {
  let total = ZERO;
  for (const amount of amounts) total = plus(total, amount);
  return total;
};

export const isLess = (a: Credits, b: Credits): boolean => {
  const scale = Math.max(a.scale, b.scale);
  return at(a, scale) < at(b, scale);
};

/** The decimal with two places, or more where the amount is finer: `5.20`, `12.345`. */
export const toDecimal = ({ units, scale }: Credits): string => {
  const digits = String(units < 0n ? -units : units).padStart(scale + 1, '0');
  return `${units < 0n ? '-' : ''}${digits.slice(0, -scale)}.${digits.slice(-scale)}`;
};

/** The decimal without a zero too many, as JSON and files have it: `5.2`, `79`, `12.345`. Never an exponent, never `-0`. */
export const toPlainDecimal = (amount: Credits): string => toDecimal(amount).replace(/\.00$|(?<=\.\d)0$/, '');

const tenTo = (exponent: number): bigint => 10n ** BigInt(exponent);

const at = ({ units, scale }: Credits, finer: number): bigint => units * tenTo(finer - scale);

const combine = (a: Credits, b: Credits, operation: (left: bigint, right: bigint) => bigint): Credits => {
  const scale = Math.max(a.scale, b.scale);
  return canonical(operation(at(a, scale), at(b, scale)), scale);
};

/** Hundredths at least, and beyond them no trailing zero. */
const canonical = (units: bigint, scale: number): Credits => {
  if (scale < HUNDREDTHS) return { units: units * tenTo(HUNDREDTHS - scale), scale: HUNDREDTHS };
  let [digits, places] = [units, scale];
  while (places > HUNDREDTHS && digits % 10n === 0n) [digits, places] = [digits / 10n, places - 1];
  return { units: digits, scale: places };
};
