const DAY_MS = 86_400_000;

/** The serial number of 1970-01-01: days since the end of 1899, in the calendar of spreadsheets. */
const SERIAL_OF_1970 = 25_569;

/** Before this date the calendar of spreadsheets is wrong: it has a 29 February 1900. */
const FIRST_MS = Date.UTC(1900, 2, 1);
const END_MS = Date.UTC(10_000, 0, 1);

/**
 * The number by which a spreadsheet knows a local time, in days; undefined for a time that it does
 * not know, before March 1900 or after the year 9999. `localMs`: milliseconds from 1970 to it.
 */
export const toSerialDate = (localMs: number): number | undefined =>
  localMs >= FIRST_MS && localMs < END_MS ? localMs / DAY_MS + SERIAL_OF_1970 : undefined;
