import type { BillOfPeriod } from '../../billing/bill-of-period.service.js';
import type { Share } from '../../billing/bill.js';
import type { TimeSlice } from '../../time/time-slice.js';
import type { Calendar } from '../../time/windows.js';

/** What the sheets of a workbook are made of. */
export interface SheetSource {
  readonly billed: BillOfPeriod;
  readonly rows: Uint32Array;
  /** The rows, added up by the report that they name. */
  readonly shares: readonly Share[];
  /** The days of the time zone in which times are shown. */
  readonly days: Calendar;
  readonly timeZone: string;
  /** The head of each column of amounts. */
  readonly creditsHead: string;
  readonly timeSlice: TimeSlice;
}
