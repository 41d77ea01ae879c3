import type { Bill } from '../billing/bill.js';
import { toFileName } from '../billing/query/file-name.js';
import type { TimeSlice } from '../time/time-slice.js';
import type { UsagePageQueryDto } from './usage-query.dto.js';

/**
 * The name of a file of these rows, without its extension: see {@link toFileName}. It ends with
 * `_page` if there may be more rows than these.
 */
export const toUsageFileName = (
  bill: Bill,
  rows: Uint32Array,
  query: UsagePageQueryDto,
  timeSlice: TimeSlice,
): Promise<string> => {
  const isPage = query.limit !== undefined || query.cursor !== undefined;
  return toFileName('credit-usage', bill, rows, query, timeSlice, isPage ? ['page'] : []);
};
