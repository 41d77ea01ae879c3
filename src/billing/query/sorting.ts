import type { TimeSlice } from '../../time/time-slice.js';
import type { Bill } from '../bill.js';
import { orderOfCredits } from './order-of-credits.js';
import { ranksOfNames } from './order-of-names.js';
import { radixSort } from './radix-sort.js';

const FIELDS = ['timestamp', 'credits_used', 'report_name'] as const;

type Field = (typeof FIELDS)[number];

/** A field, or a field with `-` before it: descending. */
export type SortKey = Field | `-${Field}`;

export const SORT_KEYS: readonly SortKey[] = FIELDS.flatMap((field): SortKey[] => [field, `-${field}`]);

/** A number of 0 or more for each row of a bill. */
type KeyOfRow = (row: number) => number;

/** What orders all rows of a bill: where one key cannot tell rows apart, the next one does. */
type Keys = (
  bill: Bill,
  isDescending: boolean,
  timeSlice: TimeSlice,
) => readonly KeyOfRow[] | Promise<readonly KeyOfRow[]>;

/** Before any year that a timestamp can name. */
const EARLIEST_MS = Date.UTC(-1, 0);

const KEYS: Record<Field, Keys> = {
  timestamp: (bill) => [(row) => bill.messages.epochMs(row) - EARLIEST_MS, (row) => bill.messages.nanoseconds(row)],
  credits_used: orderOfCredits,
  report_name: async (bill, isDescending, timeSlice) => {
    const ranks = await ranksOfNames(bill, timeSlice);
    // No name is last either way, as empty cells are in a spreadsheet.
    const unnamed = isDescending ? 0 : ranks.length + 1;
    return [(row) => ranks[bill.reportIndex(row)] || unnamed];
  },
};

/** Sorted by the first key, among equals by the next; what is equal in all keeps its order. */
export const sortedBy = async (
  bill: Bill,
  rows: Uint32Array,
  keys: readonly SortKey[],
  timeSlice: TimeSlice,
): Promise<Uint32Array> => {
  let ordered = rows;
  for (const key of keys.toReversed()) {
    const field = key.replace('-', '') as Field;
    const isDescending = key !== field;
    const keysOfRow = await KEYS[field](bill, isDescending, timeSlice);
    for (const keyOfRow of keysOfRow.toReversed()) {
      ordered = await radixSort(ordered, await columnOf(bill, rows, keyOfRow, timeSlice), isDescending, timeSlice);
    }
  }
  return ordered;
};

/** In the order of their times. */
export const byTime = (bill: Bill, rows: Uint32Array, timeSlice: TimeSlice): Promise<Uint32Array> =>
  sortedBy(bill, rows, ['timestamp'], timeSlice);

/** The keys of `rows`, each at the place of its row. */
const columnOf = async (
  bill: Bill,
  rows: Uint32Array,
  keyOfRow: KeyOfRow,
  timeSlice: TimeSlice,
): Promise<Float64Array> => {
  const keys = new Float64Array(bill.messages.length);
  await timeSlice.forRows(rows.length, (start, end) => {
    for (const row of rows.subarray(start, end)) keys[row] = keyOfRow(row);
  });
  return keys;
};
