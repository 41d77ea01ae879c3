import { parseEpochMs, parseSubMsNanos } from './epoch.js';
import { compareEpochTimes, type EpochTime } from './epoch-time.js';
import { startOfYear } from './years.js';

const MINUTE_MS = 60_000;
const MAX_OFFSET_MS = 1439 * MINUTE_MS;

/**
 * The first and last instant that RFC 3339 can state. In UTC they are almost a day outside the
 * years 0 to 9999.
 */
const EARLIEST = '0000-01-01T00:00:00+23:59';
const LATEST = '9999-12-31T23:59:59.999999999-23:59';

/**
 * Parses a timestamp, rounded down to the nanosecond. It must satisfy isTimestamp, which is not
 * checked again.
 */
export const parseEpochTime = (timestamp: string): EpochTime => ({
  epochMs: parseEpochMs(timestamp),
  nanoseconds: parseSubMsNanos(timestamp),
});

const FIRST_EPOCH_TIME = parseEpochTime(EARLIEST);

/** The last instant that an RFC 3339 timestamp can state, in nanoseconds. */
export const LAST_EPOCH_TIME = parseEpochTime(LATEST);

/** Formats milliseconds since 1970 as RFC 3339 in UTC with milliseconds: `2026-03-02T08:14:09.412Z`. */
export const formatEpochMs = (epochMs: number): string => new Date(epochMs).toISOString();

/**
 * Formats an instant as RFC 3339 in the local time that is `offsetMs` ahead of UTC:
 * `2026-03-02T00:00:00+00:00`. If RFC 3339 cannot state it so, because the offset has seconds or
 * the local year has not four digits, uses UTC with `Z`; if the year still has not four digits, the
 * largest offset that helps; and beyond that, the nearest instant that can be stated.
 */
export const formatRfc3339 = (time: EpochTime, offsetMs: number): string => {
  const { epochMs } = time;
  if (offsetMs % MINUTE_MS === 0 && hasYearOfFourDigits(epochMs + offsetMs)) return formatWithOffset(time, offsetMs);
  if (hasYearOfFourDigits(epochMs)) return `${formatLocalTime(time, 0)}Z`;
  if (compareEpochTimes(time, FIRST_EPOCH_TIME) <= 0) return EARLIEST;
  if (compareEpochTimes(time, LAST_EPOCH_TIME) >= 0) return LATEST;
  return formatWithOffset(time, epochMs < 0 ? MAX_OFFSET_MS : -MAX_OFFSET_MS);
};

const YEAR_0_MS = startOfYear(0);
const YEAR_10000_MS = startOfYear(10_000);

const hasYearOfFourDigits = (localMs: number): boolean => localMs >= YEAR_0_MS && localMs < YEAR_10000_MS;

const formatWithOffset = (time: EpochTime, offsetMs: number): string => {
  const minutes = Math.abs(offsetMs) / MINUTE_MS;
  const [hours, minutesOfHour] = [Math.floor(minutes / 60), minutes % 60];
  return `${formatLocalTime(time, offsetMs)}${offsetMs < 0 ? '-' : '+'}${twoDigits(hours)}:${twoDigits(minutesOfHour)}`;
};

/** The local time without an offset, and without trailing zeros of the fraction. */
const formatLocalTime = ({ epochMs, nanoseconds }: EpochTime, offsetMs: number): string => {
  const iso = new Date(epochMs + offsetMs).toISOString();
  const [seconds, milliseconds] = [iso.slice(0, 19), iso.slice(20, 23)];
  if (milliseconds === '000' && nanoseconds === 0) return seconds;
  return `${seconds}.${milliseconds}${String(nanoseconds).padStart(6, '0')}`.replace(/0+$/, '');
};

const twoDigits = (value: number): string => String(value).padStart(2, '0');

/**
 * Formats the date of a local time, as `2026-03-02`. Beyond the years 0 to 9999, the nearest date
 * within them.
 */
export const formatDate = (localMs: number): string =>
  new Date(Math.min(Math.max(localMs, YEAR_0_MS), YEAR_10000_MS - 1)).toISOString().slice(0, 10);
