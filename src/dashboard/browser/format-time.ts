import { toMidnight, yearOf } from './calendar.js';

/*
 * Timestamps and dates for display, in the view's time zone. Years are padded to four digits, from
 * 0000 on; east of Greenwich the last hours of 9999 are in the year 10000.
 */

const MINUTE: Intl.DateTimeFormatOptions = {
  era: 'short',
  year: 'numeric',
  month: '2-digit',
  day: '2-digit',
  hour: '2-digit',
  minute: '2-digit',
  hourCycle: 'h23',
};

const formats = new Map<string, Intl.DateTimeFormat>();

/** The format of a time zone, created once: creating one takes much longer than using it. */
const findFormat = (timeZone: string): Intl.DateTimeFormat => {
  const format = formats.get(timeZone) ?? new Intl.DateTimeFormat('en-GB', { ...MINUTE, timeZone });
  formats.set(timeZone, format);
  return format;
};

/** Looks up one part of a formatted instant, such as `month`. */
type FindPart = (name: Intl.DateTimeFormatPartTypes) => string;

const toParts = (instant: Date, timeZone: string): FindPart => {
  const parts = new Map(
    findFormat(timeZone)
      .formatToParts(instant)
      .map(({ type, value }) => [type, value]),
  );
  return (name) => (name === 'year' ? toIsoYear(parts.get('year'), parts.get('era')) : (parts.get(name) ?? ''));
};

/** `Intl` has no year 0: it calls the year before the year 1 the year 1 BC. */
const toIsoYear = (year = '', era = ''): string =>
  String(era.startsWith('B') ? 1 - Number(year) : year).padStart(4, '0');

/**
 * `29-04-2024 02:08`; the timestamp itself if `Date` cannot represent it, such as a leap second.
 */
export const formatMinute = (timestamp: string, timeZone: string): string => {
  const instant = new Date(timestamp);
  if (Number.isNaN(instant.getTime())) return timestamp;
  const part = toParts(instant, timeZone);
  return `${part('day')}-${part('month')}-${part('year')} ${part('hour')}:${part('minute')}`;
};

/**
 * The date, as `2024-04-29`, of a day window of the API that starts at `from`. `from` has the
 * zone's own date and offset, unless that offset has seconds: the API then writes it in UTC, ending
 * in `Z`, and the date is computed.
 */
export const toWindowDate = (from: string, timeZone: string): string => {
  if (!from.endsWith('Z')) return from.slice(0, from.indexOf('T'));
  return toLocalDate(from, timeZone);
};

/** The date, as `2024-04-29`, of a timestamp in a time zone; its own if `Date` cannot represent it. */
export const toLocalDate = (timestamp: string, timeZone: string): string => {
  const instant = new Date(timestamp);
  if (Number.isNaN(instant.getTime())) return timestamp.slice(0, timestamp.indexOf('T'));
  const part = toParts(instant, timeZone);
  return `${part('year')}-${part('month')}-${part('day')}`;
};

const DAY_OF_YEAR = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'short', timeZone: 'UTC' });
const WEEKDAY = new Intl.DateTimeFormat('en-GB', { weekday: 'short', timeZone: 'UTC' });
const MONTH = new Intl.DateTimeFormat('en-GB', { month: 'short', timeZone: 'UTC' });

/** `29 Apr`, from `2024-04-29`. */
export const formatDayOfYear = (date: string): string => DAY_OF_YEAR.format(toMidnight(date));

/** `29 Apr 2024`, from `2024-04-29`. The year is copied, since `Intl` would write 0001 as 1. */
export const formatDate = (date: string): string => `${formatDayOfYear(date)} ${yearOf(date)}`;

/** `Mon 29 Apr 2024`, from `2024-04-29`. */
export const formatWeekday = (date: string): string => `${WEEKDAY.format(toMidnight(date))} ${formatDate(date)}`;

/** `Apr 2024`, from any date of that month. */
export const formatMonth = (date: string): string => `${MONTH.format(toMidnight(date))} ${yearOf(date)}`;

/**
 * `2 – 8 Mar 2026`, `29 Mar – 2 Apr 2026`, `30 Dec 2025 – 2 Jan 2026`, or one date if both are the
 * same.
 */
export const formatDateRange = (from: string, to: string): string => {
  if (from === to) return formatDate(from);
  if (yearOf(from) !== yearOf(to)) return `${formatDate(from)} – ${formatDate(to)}`;
  const isOneMonth = from.slice(0, -'-DD'.length) === to.slice(0, -'-DD'.length);
  return `${isOneMonth ? Number(from.slice(-2)) : formatDayOfYear(from)} – ${formatDate(to)}`;
};

/**
 * Whether a day and month without a year are ambiguous between these dates, the first and the last
 * of a period.
 */
export const needsYear = (first = '', last = ''): boolean => {
  const years = Number(yearOf(last)) - Number(yearOf(first));
  return years > 1 || (years === 1 && last.slice(-5) >= first.slice(-5));
};
