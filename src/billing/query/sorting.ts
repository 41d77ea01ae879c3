import type { TimeSlice } from '../../time/time-slice.js';
import type { Bill } from '../bill.js';
import { toCreditKeys } from './credit-keys.js';
import { rankNames } from './name-ranks.js';
import { radixSort } from './radix-sort.js';

const FIELDS = ['timestamp', 'credits_used', 'report_name'] as const;

type Field = (typeof FIELDS)[number];

/** A field to sort by; with `-` before it in descending order. */
export type SortKey = Field | `-${Field}`;

export const SORT_KEYS: readonly SortKey[] = FIELDS.flatMap((field): SortKey[] => [field, `-${field}`]);

/** The sort key of a row: a number of 0 or more. */
type RowKey = (row: number) => number;

/** Makes the sort keys of a field, the most significant first. */
type RowKeys = (
  bill: Bill,
  isDescending: boolean,
  timeSlice: TimeSlice,
) => readonly RowKey[] | Promise<readonly RowKey[]>;

/**
 * The year before the first one that a timestamp can have. Subtracting it makes keys of times
 * positive.
 */
const EARLIEST_MS = Date.UTC(-1, 0);

const KEYS: Record<Field, RowKeys> = {
  timestamp: (bill) => [(row) => bill.messages.epochMs(row) - EARLIEST_MS, (row) => bill.messages.nanoseconds(row)],
  credits_used: toCreditKeys,
  report_name: async (bill, isDescending, timeSlice) => {
    const ranks = await rankNames(bill, timeSlice);
    // Rows without a name come last in both directions, like empty cells in a spreadsheet.
    const unnamed = isDescending ? 0 : ranks.length + 1;
    return [(row) => ranks[bill.reportIndex(row)] || unnamed];
  },
};

/**
 * Sorts rows by the first key, and equal ones by the next. Rows that are equal in all keys keep
 * their order.
 */
export const sortRows = async (
  bill: Bill,
  rows: Uint32Array,
  keys: readonly SortKey[],
  timeSlice: TimeSlice,
): Promise<Uint32Array> => {
  let ordered = rows;
  for (const key of keys.toReversed()) {
    const field = key.replace('-', '') as Field;
    const isDescending = key !== field;
    const rowKeys = await KEYS[field](bill, isDescending, timeSlice);
    for (const rowKey of rowKeys.toReversed()) {
      ordered = await radixSort(ordered, await toKeyColumn(bill, rows, rowKey, timeSlice), isDescending, timeSlice);
    }
  }
  return ordered;
};

/** Sorts rows by their timestamps, ascending. Rows of the same instant keep their order. */
export const sortByTime = (bill: Bill, rows: Uint32Array, timeSlice: TimeSlice): Promise<Uint32Array> =>
  sortRows(bill, rows, ['timestamp'], timeSlice);

/** The keys of `rows`, each at the index of its row; 0 for other rows of the bill. */
const toKeyColumn = async (
  bill: Bill,
  rows: Uint32Array,
  rowKey: RowKey,
  timeSlice: TimeSlice,
): Promise<Float64Array> => {
  const keys = new Float64Array(bill.messages.length);
  await timeSlice.forRows(rows.length, (start, end) => {
    for (const row of rows.subarray(start, end)) keys[row] = rowKey(row);
  });
  return keys;
};
