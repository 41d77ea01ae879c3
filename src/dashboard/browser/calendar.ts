/*
 * Arithmetic of dates such as `2026-03-02`. Years have four digits, from 0000 on; east of Greenwich
 * the last hours of 9999 are in the year 10000.
 */

const DAY_MS = 86_400_000;

export const yearOf = (date: string): string => date.slice(0, -'-MM-DD'.length);

/** Midnight UTC. `Date` parses a year of more than four digits only with a sign and six digits. */
export const toMidnight = (date: string): Date =>
  new Date(yearOf(date).length > 4 ? `+${date.padStart('YYYYYY-MM-DD'.length, '0')}` : date);

const toDate = (midnight: Date): string => {
  const [date = ''] = midnight.toISOString().replace(/^\+0*/, '').split('T');
  return date;
};

/** Whether a text is a date that exists: `2026-13-40` does not. */
export const isDate = (text: string): boolean => {
  if (!/^\d{4,5}-\d\d-\d\d$/.test(text)) return false;
  const midnight = toMidnight(text);
  return !Number.isNaN(midnight.getTime()) && toDate(midnight) === text;
};

/** The date some days later; earlier if `days` is negative. */
export const addDays = (date: string, days: number): string =>
  toDate(new Date(toMidnight(date).getTime() + days * DAY_MS));

/** The Monday of a date's week (ISO 8601). The week of the first date of all begins with that date. */
export const startOfWeek = (date: string): string => {
  const daysSinceMonday = (toMidnight(date).getUTCDay() + 6) % 7;
  return date < '0000-01-08' ? date : addDays(date, -daysSinceMonday);
};

/** Orders dates; a year of five digits is after every year of four. */
export const compareDates = (a: string, b: string): number => a.length - b.length || Number(a > b) - Number(a < b);
