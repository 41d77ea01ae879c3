import type { Bill } from '../billing/bill.js';
import type { LedgerPeriod } from '../billing/ledger-period.js';
import type { TimeSlice } from '../time/time-slice.js';
import type { SummaryAnswer } from './summary.dto.js';

/** A summary, and what it is of. */
export interface Summary {
  readonly answer: SummaryAnswer;
  readonly bill: Bill;
  /** Undefined for the current period. */
  readonly period: LedgerPeriod | undefined;
  /** The rows of the bill that it adds up, in order of time. */
  readonly rows: Uint32Array;
  readonly timeSlice: TimeSlice;
}
