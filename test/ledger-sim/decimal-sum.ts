/** Enough for every amount of the simulator. */
const PLACES = 40;

const known = new Map<string, bigint>();

/** A decimal in units of 10^-40. Amounts recur, and every law counts them all. */
export const decimalUnits = (decimal: string): bigint => {
  const units = known.get(decimal) ?? unitsOf(decimal);
  known.set(decimal, units);
  return units;
};

const unitsOf = (decimal: string): bigint => {
  const [whole = '', fraction = ''] = decimal.replace('-', '').split('.');
  const units = BigInt(whole + fraction.padEnd(PLACES, '0'));
  return decimal.startsWith('-') ? -units : units;
};

/** The exact sum of decimals in units of 10^-40, by other arithmetic than the ledger's. */
export const sumOf = (decimals: readonly string[]): bigint =>
  decimals.reduce((sum, decimal) => sum + decimalUnits(decimal), 0n);
