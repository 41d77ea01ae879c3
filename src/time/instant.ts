import { Temporal } from 'temporal-polyfill/implementation';

const RFC_3339 = /^\d{4}-\d\d-\d\d[Tt ]\d\d:\d\d:\d\d(\.\d+)?([Zz]|[+-]\d\d:\d\d)$/;
/** What a Temporal.Instant holds is nanoseconds; a finer fraction falls into the nanosecond that it is in. */
const FINER_THAN_NANOSECONDS = /(\.\d{9})\d+/;

/** The instant of an RFC 3339 timestamp, to the nanosecond. Throws a RangeError for anything else. */
export const instantOf = (timestamp: string): Temporal.Instant => {
  if (!RFC_3339.test(timestamp)) throw new RangeError(`not an RFC 3339 timestamp: ${timestamp}`);
  return Temporal.Instant.from(timestamp.replace(FINER_THAN_NANOSECONDS, '$1'));
};

/** Before, at or after: negative, 0 or positive. */
export const compareInstants = (a: Temporal.Instant, b: Temporal.Instant): number => Temporal.Instant.compare(a, b);
