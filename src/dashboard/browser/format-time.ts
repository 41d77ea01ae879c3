/**
 * Timestamps and dates for people, in the zone that the view is in. Years have four digits, from 0000 on; the last hours of 9999
 * are in the year 10000 east of Greenwich.
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

const minutesOf = (timeZone: string): Intl.DateTimeFormat => {
  const known = formats.get(timeZone) ?? new Intl.DateTimeFormat('en-GB', { ...MINUTE, timeZone });
  formats.set(timeZone, known);
  return known;
};

type Part = (name: Intl.DateTimeFormatPartTypes) => string;

const partsOf = (moment: Date, timeZone: string): Part => {
  const parts = new Map(
    minutesOf(timeZone)
      .formatToParts(moment)
      .map(({ type, value }) => [type, value]),
  );
  return (name) => (name === 'year' ? yearOf(parts.get('year'), parts.get('era')) : (parts.get(name) ?? ''));
};

/** The calendar of `Intl` has no year 0: the year before the year 1 is 1 BC. */
const yearOf = (year = '', era = ''): string => String(era.startsWith('B') ? 1 - Number(year) : year).padStart(4, '0');

/** `29-04-2024 02:08`; as it came where no clock can show it, such as a leap second. */
export const toMinute = (timestamp: string, timeZone: string): string => {
  const moment = new Date(timestamp);
  if (Number.isNaN(moment.getTime())) return timestamp;
  const part = partsOf(moment, timeZone);
  return `${part('day')}-${part('month')}-${part('year')} ${part('hour')}:${part('minute')}`;
};

/**
 * The date of the window of `timeZone` that starts at `from`: `2024-04-29`. That is the date written there, unless the offset of
 * the zone had seconds then: such a bound is written in UTC.
 */
export const dateOf = (from: string, timeZone: string): string => {
  if (!from.endsWith('Z')) return from.slice(0, from.indexOf('T'));
  const part = partsOf(new Date(from), timeZone);
  return `${part('year')}-${part('month')}-${part('day')}`;
};

const DAY = new Intl.DateTimeFormat('en-GB', { weekday: 'short', day: 'numeric', month: 'short', timeZone: 'UTC' });
const DAY_OF_YEAR = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'long', timeZone: 'UTC' });

/** `Mon 29 Apr`. */
export const toDay = (date: string): string => DAY.format(midnightOf(date)).replace(',', '');

/** `29 April 2024`. The year is as it is written, since a calendar would call 0001 the year 1. */
export const toFullDay = (date: string): string => `${DAY_OF_YEAR.format(midnightOf(date))} ${yearIn(date)}`;

/** `29-04-2024`, as in the table. */
export const toShortDate = (date: string): string => date.split('-').toReversed().join('-');

/** Whether a day and a month could mean two dates between these, the first and the last of a period. */
export const spanAYear = (first = '', last = ''): boolean => {
  const years = Number(yearIn(last)) - Number(yearIn(first));
  return years > 1 || (years === 1 && last.slice(-5) >= first.slice(-5));
};

const yearIn = (date: string): string => date.slice(0, -'-MM-DD'.length);

/** `Date` reads years of more than four digits with a sign and six. */
const midnightOf = (date: string): Date =>
  new Date(yearIn(date).length > 4 ? `+${date.padStart('YYYYYY-MM-DD'.length, '0')}` : date);
