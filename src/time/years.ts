/*
 * Years and months of the proleptic Gregorian calendar, as milliseconds of UTC or of local time
 * that is read as if it were UTC.
 */

/** After 400 years the calendar repeats, weekdays included. */
const CYCLE_YEARS = 400;
const CYCLE_MS = 146_097 * 86_400_000;

/** The millisecond at which a month starts. Months are counted from January of the year 0; those before it are negative. */
export const startOfMonth = (month: number): number => {
  const year = Math.floor(month / 12);
  // In the years 0 to 99 Date.UTC sees those of the 20th century.
  return Date.UTC(year + CYCLE_YEARS, month - year * 12) - CYCLE_MS;
};

/** The month that holds a millisecond, counted from January of the year 0. */
export const monthOf = (ms: number): number => {
  const date = new Date(ms);
  return date.getUTCFullYear() * 12 + date.getUTCMonth();
};

/** The millisecond at which a year starts. */
export const startOfYear = (year: number): number => startOfMonth(year * 12);

/** The year that holds a millisecond. */
export const yearOfMs = (ms: number): number => new Date(ms).getUTCFullYear();

const DAY_MS = 86_400_000;

/** The calendar of a year: the weekday of 1 January, and how many days there are. There are 14 of them. */
export const calendarOf = (year: number): string => {
  const start = startOfYear(year);
  return `${new Date(start).getUTCDay()} ${(startOfYear(year + 1) - start) / DAY_MS}`;
};
