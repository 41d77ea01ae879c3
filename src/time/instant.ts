import { Temporal } from 'temporal-polyfill/implementation';

const RFC_3339 = /^\d{4}-\d\d-\d\d[Tt ]\d\d:\d\d:\d\d(\.\d+)?([Zz]|[+-]\d\d:\d\d)$/;
/**
 * Temporal refuses more than nine fractional digits. Dropping the rest rounds down to the
 * nanosecond.
 */
const FINER_THAN_NANOSECONDS = /(\.\d{9})\d+/;

/**
 * Parses an RFC 3339 timestamp, rounded down to the nanosecond. Throws a RangeError for anything
 * else.
 */
export const parseInstant = (timestamp: string): Temporal.Instant => {
  if (!RFC_3339.test(timestamp)) throw new RangeError(`not an RFC 3339 timestamp: ${timestamp}`);
  return Temporal.Instant.from(timestamp.replace(FINER_THAN_NANOSECONDS, '$1'));
};

/**
 * Compares two instants for sorting: negative if `a` is before `b`, 0 if they are equal, positive
 * if it is after.
 */
export const compareInstants = (a: Temporal.Instant, b: Temporal.Instant): number => Temporal.Instant.compare(a, b);
