import { UnknownPeriodError } from '../../billing/ledger.errors.js';
import type { LedgerPeriod } from '../../billing/ledger-period.js';

/** The error of a period that is not among these, which are the newest first. */
export const unknownAmong = (id: string, periods: readonly LedgerPeriod[]): UnknownPeriodError =>
  new UnknownPeriodError(
    id,
    periods.map((period) => period.id),
  );
