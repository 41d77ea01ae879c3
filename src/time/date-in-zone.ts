import { firstAt } from './dates.js';
import { epochMsOf } from './epoch.js';
import { type EpochTime, startOfMs } from './epoch-time.js';
import { isTimestamp } from './timestamp.js';
import { clockOf } from './zone-clocks.js';

const DATE = /^\d{4}-\d\d-\d\d$/;

const midnightOf = (date: string): string => `${date}T00:00:00Z`;

/** Whether this is a date that exists, such as `2026-03-02`. */
export const isDate = (value: unknown): value is string =>
  typeof value === 'string' && DATE.test(value) && isTimestamp(midnightOf(value));

/**
 * The first instant of a date in a zone: when its clock first shows the date, or what comes after it where it skips the
 * whole date, as Apia did on 2011-12-30. `date`: what {@link isDate} takes; `timeZone`: what isTimeZone takes.
 */
export const startOfDate = (date: string, timeZone: string): EpochTime =>
  startOfMs(firstAt(clockOf(timeZone), epochMsOf(midnightOf(date))));
