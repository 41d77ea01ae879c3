import { Temporal } from 'temporal-polyfill';

/** Whether this names a zone of the IANA database, such as `Europe/London` or `UTC`; an offset is not a name. */
export const isTimeZone = (value: unknown): value is string => {
  if (typeof value !== 'string' || !/^[A-Za-z]/.test(value)) return false;
  try {
    // In one case: Temporal remembers each way of writing a name that it is asked for.
    return Boolean(Temporal.Instant.fromEpochMilliseconds(0).toZonedDateTimeISO(value.toLowerCase()));
  } catch {
    return false;
  }
};
