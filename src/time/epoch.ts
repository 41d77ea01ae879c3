import { isDigitAt, isLeapYear, MINUS, POINT, SECONDS_END, twoDigitsAt, yearOf } from './timestamp-fields.js';

/*
 * An instant as two whole numbers, without a Temporal.Instant for each of a million messages. Both are for what isTimestamp
 * takes; of anything else they make no sense.
 */

const MINUTES_PER_DAY = 1440;
const MS_PER_MINUTE = 60_000;
/** From the first day of the year 0. */
const DAYS_BEFORE_1970 = 719_528;
const DAYS_BEFORE_MONTH = [0, 31, 59, 90, 120, 151, 181, 212, 243, 273, 304, 334];
const LAST_SECOND = 59;

/** The millisecond, since 1970, that the instant of a timestamp is in; negative before. A second 60 is 59, as to Temporal. */
export const epochMsOf = (timestamp: string): number => {
  const minutes = minutesAt(timestamp, 11) - offsetOf(timestamp);
  const seconds = Math.min(twoDigitsAt(timestamp, 17), LAST_SECOND);
  return (daysOf(timestamp) * MINUTES_PER_DAY + minutes) * MS_PER_MINUTE + seconds * 1000 + fractionOf(timestamp, 0, 3);
};

/** The nanoseconds, 0 to 999,999, since that millisecond began. What is finer is cut. */
export const subMsNanosOf = (timestamp: string): number => fractionOf(timestamp, 3, 9);

/** Days since 1970 on the calendar of the offset. */
const daysOf = (timestamp: string): number => {
  const year = yearOf(timestamp);
  const month = twoDigitsAt(timestamp, 5);
  const leapDays = Math.ceil(year / 4) - Math.ceil(year / 100) + Math.ceil(year / 400);
  const leapDay = month > 2 && isLeapYear(year) ? 1 : 0;
  const daysBeforeMonth = (DAYS_BEFORE_MONTH[month - 1] ?? 0) + leapDay;
  return year * 365 + leapDays + daysBeforeMonth + twoDigitsAt(timestamp, 8) - 1 - DAYS_BEFORE_1970;
};

/** Minutes east of UTC. */
const offsetOf = (timestamp: string): number => {
  const start = timestamp.length - 6;
  if (twoDigitsAt(timestamp, start + 4) < 0) return 0;
  const minutes = minutesAt(timestamp, start + 1);
  return timestamp.charCodeAt(start) === MINUS ? -minutes : minutes;
};

/** The minutes of `HH:mm`. */
const minutesAt = (timestamp: string, place: number): number =>
  twoDigitsAt(timestamp, place) * 60 + twoDigitsAt(timestamp, place + 3);

/** The digits of the fraction from one up to another, as a number; 0 for each that is not there. */
const fractionOf = (timestamp: string, from: number, to: number): number => {
  if (timestamp.charCodeAt(SECONDS_END) !== POINT) return 0;
  const first = SECONDS_END + 1;
  let value = 0;
  let ended = false;
  for (let digit = 0; digit < to; digit += 1) {
    ended ||= !isDigitAt(timestamp, first + digit);
    if (digit >= from) value = value * 10 + (ended ? 0 : timestamp.charCodeAt(first + digit) - 0x30);
  }
  return value;
};
