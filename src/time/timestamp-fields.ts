/**
 * The index at which the seconds of an RFC 3339 timestamp end, and its fraction or offset begins.
 */
export const SECONDS_END = 19;

export const MINUS = 0x2d;
export const POINT = 0x2e;
const ZERO = 0x30;

/** Whether the character at `index` is an ASCII digit; false for the other digits of Unicode. */
export const isDigitAt = (text: string, index: number): boolean => {
  const digit = text.charCodeAt(index) - ZERO;
  return digit >= 0 && digit <= 9;
};

/** The number made by the two digits at `index`; -1 if there are not two. */
export const parseTwoDigits = (text: string, index: number): number =>
  isDigitAt(text, index) && isDigitAt(text, index + 1)
    ? (text.charCodeAt(index) - ZERO) * 10 + text.charCodeAt(index + 1) - ZERO
    : -1;

/** The number made by the first four digits of the text; -1 if it does not begin with four. */
export const parseYear = (text: string): number => {
  const century = parseTwoDigits(text, 0);
  const ofCentury = parseTwoDigits(text, 2);
  return century < 0 || ofCentury < 0 ? -1 : century * 100 + ofCentury;
};

/**
 * Whether the year has a 29 February in the Gregorian calendar, which RFC 3339 applies to every
 * year from 0 on.
 */
export const isLeapYear = (year: number): boolean => year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
