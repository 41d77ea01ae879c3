import { isDigitAt, isLeapYear, MINUS, POINT, SECONDS_END, twoDigitsAt, yearOf } from './timestamp-fields.js';

const PLUS = 0x2b;
const COLON = 0x3a;
const SPACE = 0x20;
const T = 0x54;
const Z = 0x5a;
/** From an ASCII letter to its small one. */
const SMALL = 0x20;
/** Of `+05:30`. */
const OFFSET_LENGTH = 6;
const DAYS = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

/**
 * Whether this is an RFC 3339 timestamp of a day and a time that exist. A second 60 exists in every minute: which ones get a leap
 * second is not known in advance. Read digit by digit, for a period may have a million: what a regular expression and Temporal
 * say is the reference of its test.
 */
export const isTimestamp = (value: unknown): value is string =>
  typeof value === 'string' && isDate(value) && isTime(value) && isOffset(value, endOfFraction(value));

const isDate = (text: string): boolean => {
  const year = yearOf(text);
  const month = twoDigitsAt(text, 5);
  const day = twoDigitsAt(text, 8);
  return (
    year >= 0 &&
    text.charCodeAt(4) === MINUS &&
    text.charCodeAt(7) === MINUS &&
    day >= 1 &&
    day <= (month === 2 && isLeapYear(year) ? 29 : (DAYS[month - 1] ?? 0))
  );
};

const isTime = (text: string): boolean => {
  const separator = text.charCodeAt(10);
  return (
    (separator === T || separator === T + SMALL || separator === SPACE) &&
    isHoursAndMinutes(text, 11) &&
    text.charCodeAt(16) === COLON &&
    isUpTo(60, twoDigitsAt(text, 17))
  );
};

/** Where the fraction ends; where it has no digit it is none, and its point is no offset. */
const endOfFraction = (text: string): number => {
  if (text.charCodeAt(SECONDS_END) !== POINT) return SECONDS_END;
  let end = SECONDS_END + 1;
  while (isDigitAt(text, end)) end += 1;
  return end === SECONDS_END + 1 ? SECONDS_END : end;
};

/** Whether an offset is there, and nothing after it. */
const isOffset = (text: string, place: number): boolean => {
  const sign = text.charCodeAt(place);
  if (sign === Z || sign === Z + SMALL) return text.length === place + 1;
  return (
    (sign === PLUS || sign === MINUS) && isHoursAndMinutes(text, place + 1) && text.length === place + OFFSET_LENGTH
  );
};

const isHoursAndMinutes = (text: string, place: number): boolean =>
  isUpTo(23, twoDigitsAt(text, place)) &&
  text.charCodeAt(place + 2) === COLON &&
  isUpTo(59, twoDigitsAt(text, place + 3));

const isUpTo = (most: number, value: number): boolean => value >= 0 && value <= most;
