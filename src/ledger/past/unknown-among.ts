import { UnknownPeriodError } from '../../billing/ledger.errors.js';
import type { LedgerPeriod } from '../../billing/past-periods.js';

/** How many ids an UnknownPeriodError names. */
const NEWEST = 5;

/** The error of a period that is not among these, which are the newest first. */
export const unknownAmong = (id: string, periods: readonly LedgerPeriod[]): UnknownPeriodError =>
  new UnknownPeriodError(
    id,
    periods.slice(0, NEWEST).map((period) => period.id),
  );
