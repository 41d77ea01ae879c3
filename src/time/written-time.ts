import { Temporal } from 'temporal-polyfill/implementation';
import { type EpochTime, toEpochTime } from './epoch-time.js';
import { isTimeZone } from './time-zone.js';

const WRITTEN = /^(\d{4}-\d\d-\d\d[Tt]\d\d:\d\d(?::\d\d(?:\.\d{1,9})?)?)([Zz]|[+-]\d\d:\d\d)?(?:\[([^[\]]{1,64})\])?$/;

/** A written time names no instant. The message is the end of a sentence about it. */
export class WrittenTimeError extends Error {
  override readonly name = 'WrittenTimeError';
}

/**
 * Parses an instant as a person writes it: `2027-01-01T00:00:00+00:00`, or local time with its zone,
 * `2027-01-01T00:00[Europe/London]`, to which an offset may be added. Seconds and up to nine
 * decimals are optional. Throws a {@link WrittenTimeError} unless that is exactly one instant.
 */
export const parseWrittenTime = (text: string): EpochTime => {
  const [, time, offset, zone] = WRITTEN.exec(text) ?? [];
  const local = time === undefined ? undefined : parseLocalTime(time);
  if (!local) refuse('is not a time such as 2027-01-01T00:00:00+00:00 or 2027-01-01T00:00[Europe/London]');
  if (zone !== undefined) return toEpochTime(findInZone(local, offset && toNumeric(offset), zone));
  if (offset === undefined) refuse('has neither an offset, such as +00:00, nor a time zone, such as [Europe/London]');
  return toEpochTime(toInstant(local, offset));
};

const toInstant = (local: Temporal.PlainDateTime, offset: string): Temporal.Instant => {
  try {
    return Temporal.Instant.from(`${local.toString()}${offset}`);
  } catch {
    return refuse(`has an offset that does not exist, ${offset}`);
  }
};

const parseLocalTime = (time: string): Temporal.PlainDateTime | undefined => {
  try {
    return Temporal.PlainDateTime.from(time);
  } catch {
    return undefined;
  }
};

const toNumeric = (offset: string): string => (/^z$/i.test(offset) ? '+00:00' : offset);

const findInZone = (local: Temporal.PlainDateTime, offset: string | undefined, zone: string): Temporal.Instant => {
  if (!isTimeZone(zone)) refuse(`names the time zone ${String(zone)}, which does not exist`);
  const found = showings(local, zone);
  const offsets = found.map((each) => each.offset).join(' or ');
  const [first, second] = offset === undefined ? found : found.filter((each) => each.offset === offset);
  if (found.length === 0) refuse(`does not exist: the clock of ${zone} skips it`);
  if (!first) refuse(`has the offset ${String(offset)}, but ${zone} has ${offsets} then`);
  if (second) refuse(`occurs twice in ${zone}: add its offset, ${offsets}`);
  return first.toInstant();
};

/** Every time that the clock of the zone shows this, in order: two in the hour that a clock repeats, none in one that it skips. */
const showings = (local: Temporal.PlainDateTime, zone: string): Temporal.ZonedDateTime[] => {
  const earlier = local.toZonedDateTime(zone, { disambiguation: 'earlier' });
  const later = local.toZonedDateTime(zone, { disambiguation: 'later' });
  const all = earlier.epochNanoseconds === later.epochNanoseconds ? [earlier] : [earlier, later];
  return all.filter((each) => each.toPlainDateTime().equals(local));
};

function refuse(reason: string): never {
  throw new WrittenTimeError(reason);
}
