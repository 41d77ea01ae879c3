import { createHash } from 'node:crypto';
import type { TimeSlice } from '../time/time-slice.js';
import type { Bill } from '../billing/bill.js';

/** Report id for a message that names no report. Ids of reports are never negative. */
const NO_REPORT = -1;

/**
 * A digest of everything that queries can see of a bill, the same in every process: its content,
 * whose tag is `contentTag`, and the reports that its messages name. The content does not show
 * reports that do not exist, but filters match them.
 */
export const toBillTag = async (bill: Bill, contentTag: string, timeSlice: TimeSlice): Promise<string> => {
  const hash = createHash('sha256').update(contentTag);
  await timeSlice.forRows(bill.messages.length, (start, end) => {
    const ids = new Float64Array(end - start);
    for (let row = start; row < end; row += 1) ids[row - start] = bill.namedReport(row)?.id ?? NO_REPORT;
    hash.update(ids);
  });
  return hash.digest('base64url');
};
