/** Characters of a number's text. Longer ones are not read: digits cost more than they are long. */
const MAX_TEXT = 1000;

/** Digits before the point, and after it, of a number that is written out. */
const MAX_DIGITS = 400;

const NUMBER = /^(-?)(\d+)(?:\.(\d+))?(?:[eE]([+-]?\d+))?$/;

/**
 * A JSON number written out: `79` for `79.00`, `1000` for `1e3`. No exponent, no zero too many, no `-0`.
 * Nothing where its text has more than 1000 characters, where it has more than 400 digits before the
 * point or after it, and where it is no number.
 */
export const plainDecimal = (number: string): string | undefined => {
  const [isNumber, sign = '', whole = '', fraction = '', exponent = '0'] =
    number.length > MAX_TEXT ? [] : (NUMBER.exec(number) ?? []);
  if (isNumber === undefined) return undefined;
  const digits = `${whole}${fraction}`;
  const first = digits.search(/[1-9]/);
  if (first === -1) return '0';
  const significant = digits.slice(first).replace(/(?<!0)0+$/, '');
  const before = whole.length - first + Number(exponent);
  if (before > MAX_DIGITS || significant.length - before > MAX_DIGITS) return undefined;
  return `${sign}${withPoint(significant, before)}`;
};

/** `before`: how many of the digits come before the point; less than none where zeros follow it. */
const withPoint = (digits: string, before: number): string => {
  if (before <= 0) return `0.${'0'.repeat(-before)}${digits}`;
  if (before >= digits.length) return digits.padEnd(before, '0');
  return `${digits.slice(0, before)}.${digits.slice(before)}`;
};
