import { Temporal } from 'temporal-polyfill/implementation';

/** Twice as long as the longest name there is: Temporal would take milliseconds to refuse what is much longer. */
const LONGEST_NAME = 64;

/** Whether this names a zone of the IANA database, such as `Europe/London` or `UTC`; an offset is not a name. */
export const isTimeZone = (value: unknown): value is string => {
  if (typeof value !== 'string' || value.length > LONGEST_NAME || !/^[A-Za-z]/.test(value)) return false;
  try {
    // In one case: Temporal remembers each way of writing a name that it is asked for.
    return Boolean(Temporal.Instant.fromEpochMilliseconds(0).toZonedDateTimeISO(value.toLowerCase()));
  } catch {
    return false;
  }
};
