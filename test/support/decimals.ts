/** Decimals as text, with BigInt arithmetic of the tests' own: nothing of it is shared with the service. */

interface Scaled {
  readonly digits: bigint;
  readonly places: number;
}

/** A JSON number written out: no exponent, no trailing zero, no `-0`. */
export const plain = (number: string | number): string => written(scaled(String(number)));

/** The sum of JSON numbers, written out. */
export const sumOf = (numbers: readonly string[]): string => {
  const all = numbers.map(scaled);
  const places = Math.max(0, ...all.map((each) => each.places));
  const digits = all.reduce((sum, each) => sum + each.digits * 10n ** BigInt(places - each.places), 0n);
  return written({ digits, places });
};

/** The JSON number with the other sign. */
export const negated = (number: string): string => plain(number.startsWith('-') ? number.slice(1) : `-${number}`);

/** For sorting JSON numbers by their values. */
export const compareNumbers = (a: string, b: string): number => {
  const difference = sumOf([a, negated(b)]);
  return difference === '0' ? 0 : difference.startsWith('-') ? -1 : 1;
};

const scaled = (number: string): Scaled => {
  const [, sign, whole = '', fraction = '', exponent = '0'] =
    /^(-?)(\d+)(?:\.(\d+))?(?:[eE]([+-]?\d+))?$/.exec(number) ?? [];
  const digits = BigInt(`${sign}${whole}${fraction}`);
  const places = fraction.length - Number(exponent);
  return places < 0 ? { digits: digits * 10n ** BigInt(-places), places: 0 } : { digits, places };
};

const written = ({ digits, places }: Scaled): string => {
  const isNegative = digits < 0n;
  const all = String(isNegative ? -digits : digits).padStart(places + 1, '0');
  const [whole, fraction] = [all.slice(0, all.length - places), all.slice(all.length - places)];
  const kept = fraction.replace(/0+$/, '');
  return `${isNegative ? '-' : ''}${whole}${kept && `.${kept}`}`;
};
