import { toFirstEpochMs } from './dates.js';
import { parseEpochMs } from './epoch.js';
import { type EpochTime, startOfMs } from './epoch-time.js';
import { isTimestamp } from './timestamp.js';
import { getZoneClock } from './zone-clocks.js';

const DATE = /^\d{4}-\d\d-\d\d$/;

const toMidnight = (date: string): string => `${date}T00:00:00Z`;

/** Whether this is an existing date of the years 0000 to 9999, such as `2026-03-02`. */
export const isDate = (value: unknown): value is string =>
  typeof value === 'string' && DATE.test(value) && isTimestamp(toMidnight(value));

/**
 * The first instant at which the clock of a zone shows a date. If the clock skips the whole date,
 * as Apia's did on 2011-12-30, the first instant after the gap. `date` must satisfy {@link isDate},
 * `timeZone` isTimeZone.
 */
export const startOfDate = (date: string, timeZone: string): EpochTime =>
  startOfMs(toFirstEpochMs(getZoneClock(timeZone), parseEpochMs(toMidnight(date))));
