import { createHash } from 'node:crypto';
import type { TimeSlice } from '../time/time-slice.js';
import type { Bill } from '../billing/bill.js';

/** What stands for the id of a message that names no report: no id of a report is negative. */
const NO_REPORT = -1;

/**
 * A tag of all that a bill can be asked for, the same in every process: of its whole content, whose tag is `contentTag`, and
 * of the reports that its messages name. Those that do not exist are not in the content, but filters look at them.
 */
export const billTag = async (bill: Bill, contentTag: string, timeSlice: TimeSlice): Promise<string> => {
  const hash = createHash('sha256').update(contentTag);
  await timeSlice.forRows(bill.messages.length, (start, end) => {
    const ids = new Float64Array(end - start);
    for (let row = start; row < end; row += 1) ids[row - start] = bill.namedReport(row)?.id ?? NO_REPORT;
    hash.update(ids);
  });
  return hash.digest('base64url');
};
