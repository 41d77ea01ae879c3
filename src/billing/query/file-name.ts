import type { TimeSlice } from '../../time/time-slice.js';
import { Calendar } from '../../time/windows.js';
import type { Bill } from '../bill.js';
import type { SelectionQueryDto } from './selection-query.dto.js';

/**
 * The name of a file of these rows, without its extension: `stem`, the dates of the first and the
 * last message in the query's time zone, the query's other filters, and `more`, as in
 * `credit-usage_2026-03-02_2026-03-15_report-5392`. Only ASCII letters, digits, `.`, `-` and `_`,
 * because every part is a number, a date or a known word.
 */
export const toFileName = async (
  stem: string,
  bill: Bill,
  rows: Uint32Array,
  query: SelectionQueryDto,
  timeSlice: TimeSlice,
  more: readonly string[] = [],
): Promise<string> =>
  [stem, ...(await toDates(bill, rows, query.time_zone, timeSlice)), ...toFilterNames(query), ...more].join('_');

const toDates = async (
  bill: Bill,
  rows: Uint32Array,
  timeZone: string | undefined,
  timeSlice: TimeSlice,
): Promise<string[]> => {
  if (rows.length === 0) return [];
  let [first, last] = [Infinity, -Infinity];
  await timeSlice.forRows(rows.length, (start, end) => {
    for (let index = start; index < end; index += 1) {
      const epochMs = bill.messages.epochMs(rows[index] ?? 0);
      first = Math.min(first, epochMs);
      last = Math.max(last, epochMs);
    }
  });
  const calendar = new Calendar('P1D', timeZone ?? 'UTC');
  return [calendar.formatDate(first), calendar.formatDate(last)];
};

const toFilterNames = ({ basis, message_id, report_id, min_credits }: SelectionQueryDto): string[] => [
  ...(basis === undefined ? [] : [basis.replaceAll('_', '-')]),
  ...(message_id === undefined ? [] : [`message-${message_id}`]),
  ...(report_id === undefined ? [] : [`report-${report_id}`]),
  ...(min_credits === undefined ? [] : [`from-${min_credits}-credits`]),
];
