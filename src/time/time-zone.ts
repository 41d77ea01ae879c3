import { Temporal } from 'temporal-polyfill/implementation';

/**
 * Twice the length of the longest name. Temporal takes milliseconds to refuse a much longer one.
 */
const NAME_MAX_LENGTH = 64;

/**
 * Whether this is the name of an IANA time zone, such as `Europe/London` or `UTC`, in any case. An
 * offset is not a name.
 */
export const isTimeZone = (value: unknown): value is string => {
  if (typeof value !== 'string' || value.length > NAME_MAX_LENGTH || !/^[A-Za-z]/.test(value)) return false;
  try {
    // Always in lower case: Temporal caches every spelling of a name that it is asked for.
    return Boolean(Temporal.Instant.fromEpochMilliseconds(0).toZonedDateTimeISO(value.toLowerCase()));
  } catch {
    return false;
  }
};
