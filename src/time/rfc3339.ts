import { epochMsOf, subMsNanosOf } from './epoch.js';
import { compareEpochTimes, type EpochTime } from './epoch-time.js';
import { startOfYear } from './years.js';

const MINUTE_MS = 60_000;
const LARGEST_OFFSET_MS = 1439 * MINUTE_MS;

/** The instants between which RFC 3339 can write: in UTC they are a day outside the years 0 to 9999. */
const EARLIEST = '0000-01-01T00:00:00+23:59';
const LATEST = '9999-12-31T23:59:59.999999999-23:59';

/** The instant of a timestamp, to the nanosecond. Makes sense of what isTimestamp takes only. */
export const epochTimeOfTimestamp = (timestamp: string): EpochTime => ({
  epochMs: epochMsOf(timestamp),
  nanoseconds: subMsNanosOf(timestamp),
});

const FIRST_MOMENT = epochTimeOfTimestamp(EARLIEST);
export const LAST_EPOCH_TIME = epochTimeOfTimestamp(LATEST);

/**
 * The moment as an RFC 3339 timestamp in the local time that is `offsetMs` ahead of UTC, such as
 * `2026-03-02T00:00:00+00:00`. An offset with seconds cannot be written, nor can a year of five
 * digits: such a moment is stated in UTC, with `Z`, or at an offset that brings it into the years 0
 * to 9999; one that is beyond them at every offset is the nearest that can be written.
 */
export const rfc3339 = (moment: EpochTime, offsetMs: number): string => {
  const { epochMs } = moment;
  if (offsetMs % MINUTE_MS === 0 && hasYearOfFourDigits(epochMs + offsetMs)) return withOffset(moment, offsetMs);
  if (hasYearOfFourDigits(epochMs)) return `${localTime(moment, 0)}Z`;
  if (compareEpochTimes(moment, FIRST_MOMENT) <= 0) return EARLIEST;
  if (compareEpochTimes(moment, LAST_EPOCH_TIME) >= 0) return LATEST;
  return withOffset(moment, epochMs < 0 ? LARGEST_OFFSET_MS : -LARGEST_OFFSET_MS);
};

const YEAR_0_MS = startOfYear(0);
const YEAR_10000_MS = startOfYear(10_000);

const hasYearOfFourDigits = (localMs: number): boolean => localMs >= YEAR_0_MS && localMs < YEAR_10000_MS;

const withOffset = (moment: EpochTime, offsetMs: number): string => {
  const minutes = Math.abs(offsetMs) / MINUTE_MS;
  const [hours, minutesOfHour] = [Math.floor(minutes / 60), minutes % 60];
  return `${localTime(moment, offsetMs)}${offsetMs < 0 ? '-' : '+'}${twoDigits(hours)}:${twoDigits(minutesOfHour)}`;
};

/** Without an offset, and without a fraction that is 0. */
const localTime = ({ epochMs, nanoseconds }: EpochTime, offsetMs: number): string => {
  const iso = new Date(epochMs + offsetMs).toISOString();
  const [seconds, milliseconds] = [iso.slice(0, 19), iso.slice(20, 23)];
  if (milliseconds === '000' && nanoseconds === 0) return seconds;
  return `${seconds}.${milliseconds}${String(nanoseconds).padStart(6, '0')}`.replace(/0+$/, '');
};

const twoDigits = (value: number): string => String(value).padStart(2, '0');

/** The date of a local time; where its year has not four digits, the nearest date whose year has. */
export const dateOf = (localMs: number): string =>
  new Date(Math.min(Math.max(localMs, YEAR_0_MS), YEAR_10000_MS - 1)).toISOString().slice(0, 10);
