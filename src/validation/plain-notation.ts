/** The longest text that is read, because work on digits grows faster than their number. */
const TEXT_MAX_LENGTH = 1000;

/** The maximum number of digits before the point, and after it, in plain notation. */
const MAX_DIGITS = 400;

const NUMBER = /^(-?)(\d+)(?:\.(\d+))?(?:[eE]([+-]?\d+))?$/;

/**
 * Converts the text of a JSON number to plain notation, without an exponent, trailing zeros or
 * `-0`: `79` for `79.00`, `1000` for `1e3`. Undefined if the text is not a number, is longer than
 * 1000 characters, or has more than 400 digits before or after the point in plain notation.
 */
export const toPlainNotation = (number: string): string | undefined => {
  const [isNumber, sign = '', whole = '', fraction = '', exponent = '0'] =
    number.length > TEXT_MAX_LENGTH ? [] : (NUMBER.exec(number) ?? []);
  if (isNumber === undefined) return undefined;
  const digits = `${whole}${fraction}`;
  const first = digits.search(/[1-9]/);
  if (first === -1) return '0';
  const significant = digits.slice(first).replace(/(?<!0)0+$/, '');
  const before = whole.length - first + Number(exponent);
  if (before > MAX_DIGITS || significant.length - before > MAX_DIGITS) return undefined;
  return `${sign}${insertPoint(significant, before)}`;
};

/**
 * Sets the point after `before` of the digits. A negative number puts zeros between the point and
 * the digits.
 */
const insertPoint = (digits: string, before: number): string => {
  if (before <= 0) return `0.${'0'.repeat(-before)}${digits}`;
  if (before >= digits.length) return digits.padEnd(before, '0');
  return `${digits.slice(0, before)}.${digits.slice(before)}`;
};
