/** Where the seconds of an RFC 3339 timestamp end: its fraction or its offset follows. */
export const SECONDS_END = 19;

export const MINUS = 0x2d;
export const POINT = 0x2e;
const ZERO = 0x30;

/** Whether an ASCII digit is there, and no other that Unicode has. */
export const isDigitAt = (text: string, place: number): boolean => {
  const digit = text.charCodeAt(place) - ZERO;
  return digit >= 0 && digit <= 9;
};

/** The number that two digits make; -1 where there are not two. */
export const twoDigitsAt = (text: string, place: number): number =>
  isDigitAt(text, place) && isDigitAt(text, place + 1)
    ? (text.charCodeAt(place) - ZERO) * 10 + text.charCodeAt(place + 1) - ZERO
    : -1;

/** The number that the four digits at the start make; -1 where there are not four. */
export const yearOf = (text: string): number => {
  const century = twoDigitsAt(text, 0);
  const ofCentury = twoDigitsAt(text, 2);
  return century < 0 || ofCentury < 0 ? -1 : century * 100 + ofCentury;
};

/** By the Gregorian calendar, which RFC 3339 applies to every year from 0 on. */
export const isLeapYear = (year: number): boolean => year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
