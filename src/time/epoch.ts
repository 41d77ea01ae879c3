import { isDigitAt, isLeapYear, MINUS, POINT, SECONDS_END, parseTwoDigits, parseYear } from './timestamp-fields.js';

/*
 * Speed trick: reads a timestamp digit by digit into two integers.
 * Replaces: a Temporal.Instant for each message, which `parseInstant` of instant.ts makes.
 * Gain: nothing is allocated for the timestamps of a million messages (bench row 6). Not measured
 * alone.
 * Drop it: once Temporal is native on every supported Node and row 6 holds its target with it.
 * Held by epoch.spec.ts. Both functions require a timestamp that satisfies isTimestamp, and do not
 * check it.
 */

const MINUTES_PER_DAY = 1440;
const MS_PER_MINUTE = 60_000;
/** Days from the first day of the year 0 to 1970-01-01. */
const DAYS_BEFORE_1970 = 719_528;
const DAYS_BEFORE_MONTH = [0, 31, 59, 90, 120, 151, 181, 212, 243, 273, 304, 334];
const LAST_SECOND = 59;

/**
 * The instant of a timestamp in milliseconds since 1970, rounded down. Reads a leap second (60) as
 * 59, as Temporal does.
 */
export const parseEpochMs = (timestamp: string): number => {
  const minutes = parseMinutes(timestamp, 11) - parseOffset(timestamp);
  const seconds = Math.min(parseTwoDigits(timestamp, 17), LAST_SECOND);
  return (
    (countDays(timestamp) * MINUTES_PER_DAY + minutes) * MS_PER_MINUTE + seconds * 1000 + parseFraction(timestamp, 0, 3)
  );
};

/**
 * The nanoseconds of a timestamp within its millisecond, 0 to 999,999. Drops digits beyond
 * nanoseconds.
 */
export const parseSubMsNanos = (timestamp: string): number => parseFraction(timestamp, 3, 9);

/** Days from 1970-01-01 to the date of the timestamp, ignoring its offset. */
const countDays = (timestamp: string): number => {
  const year = parseYear(timestamp);
  const month = parseTwoDigits(timestamp, 5);
  const leapDays = Math.ceil(year / 4) - Math.ceil(year / 100) + Math.ceil(year / 400);
  const leapDay = month > 2 && isLeapYear(year) ? 1 : 0;
  const daysBeforeMonth = (DAYS_BEFORE_MONTH[month - 1] ?? 0) + leapDay;
  return year * 365 + leapDays + daysBeforeMonth + parseTwoDigits(timestamp, 8) - 1 - DAYS_BEFORE_1970;
};

/** The offset of the timestamp in minutes, positive east of UTC. */
const parseOffset = (timestamp: string): number => {
  const start = timestamp.length - 6;
  if (parseTwoDigits(timestamp, start + 4) < 0) return 0;
  const minutes = parseMinutes(timestamp, start + 1);
  return timestamp.charCodeAt(start) === MINUS ? -minutes : minutes;
};

/** The minutes since midnight of the `HH:mm` at `index`. */
const parseMinutes = (timestamp: string, index: number): number =>
  parseTwoDigits(timestamp, index) * 60 + parseTwoDigits(timestamp, index + 3);

/**
 * The number made by the digits `from` (inclusive) to `to` (exclusive) of the fraction. A missing
 * digit counts as 0.
 */
const parseFraction = (timestamp: string, from: number, to: number): number => {
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
