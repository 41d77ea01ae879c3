/** Timestamps and dates for people, in the zone that the view is in. */

const MINUTE: Intl.DateTimeFormatOptions = {
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

/** `29-04-2024 02:08`; as it came where no clock can show it, such as a leap second. */
export const toMinute = (timestamp: string, timeZone: string): string => {
  const moment = new Date(timestamp);
  if (Number.isNaN(moment.getTime())) return timestamp;
  const parts = new Map(
    minutesOf(timeZone)
      .formatToParts(moment)
      .map(({ type, value }) => [type, value]),
  );
  const [date, time] = [['day', 'month', 'year'] as const, ['hour', 'minute'] as const];
  return `${date.map((part) => parts.get(part)).join('-')} ${time.map((part) => parts.get(part)).join(':')}`;
};

/** The date of the window that starts at `from`, which has the zone's own offset: `2024-04-29`. */
export const dateOf = (from: string): string => from.slice(0, from.indexOf('T'));

const DAY = new Intl.DateTimeFormat('en-GB', { weekday: 'short', day: 'numeric', month: 'short', timeZone: 'UTC' });
const DAY_OF_YEAR = new Intl.DateTimeFormat('en-GB', {
  day: 'numeric',
  month: 'long',
  year: 'numeric',
  timeZone: 'UTC',
});

/** `Mon 29 Apr`. */
export const toDay = (date: string): string => DAY.format(new Date(date)).replace(',', '');

/** `29 April 2024`. */
export const toFullDay = (date: string): string => DAY_OF_YEAR.format(new Date(date));
