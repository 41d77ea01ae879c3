/*
 * Years and months of the proleptic Gregorian calendar. Milliseconds are those since 1970, of UTC
 * or of local time read as if it were UTC.
 */

/** The calendar, weekdays included, repeats after this number of years. */
const CYCLE_YEARS = 400;
const CYCLE_MS = 146_097 * 86_400_000;

/**
 * The millisecond at which a month starts. Months are numbered from January of the year 0; earlier
 * ones are negative.
 */
export const startOfMonth = (month: number): number => {
  const year = Math.floor(month / 12);
  // Date.UTC reads the years 0 to 99 as 1900 to 1999, so the year is moved by a cycle.
  return Date.UTC(year + CYCLE_YEARS, month - year * 12) - CYCLE_MS;
};

/** The number of the month that contains a millisecond, counted from January of the year 0. */
export const monthOf = (ms: number): number => {
  const date = new Date(ms);
  return date.getUTCFullYear() * 12 + date.getUTCMonth();
};

/** The millisecond at which a year starts. */
export const startOfYear = (year: number): number => startOfMonth(year * 12);

/** The year that contains a millisecond. */
export const yearOfMs = (ms: number): number => new Date(ms).getUTCFullYear();

const DAY_MS = 86_400_000;

/**
 * Names the calendar of a year by the weekday of 1 January and the number of days: `4 365`. There
 * are 14 calendars.
 */
export const toCalendarKey = (year: number): string => {
  const start = startOfYear(year);
  return `${new Date(start).getUTCDay()} ${(startOfYear(year + 1) - start) / DAY_MS}`;
};

/**
 * The millisecond `months` months earlier: at the same time of the same day, or at the end of that
 * month if it has no such day.
 */
export const monthsBefore = (ms: number, months: number): number => {
  const month = monthOf(ms);
  const inMonth = ms - startOfMonth(month);
  return Math.min(startOfMonth(month - months) + inMonth, startOfMonth(month - months + 1));
};
