import type { Turn } from '../../time/time-slice.js';
import type { Bill } from '../bill.js';
import { orderOfCredits } from './order-of-credits.js';
import { ranksOfNames } from './order-of-names.js';
import { inOrderOf } from './radix-sort.js';

const FIELDS = ['timestamp', 'credits_used', 'report_name'] as const;

type Field = (typeof FIELDS)[number];

/** A field, or a field with `-` before it: descending. */
export type SortKey = Field | `-${Field}`;

export const SORT_KEYS: readonly SortKey[] = FIELDS.flatMap((field): SortKey[] => [field, `-${field}`]);

/** A number of 0 or more for each row of a bill. */
type KeyOfRow = (row: number) => number;

/** What orders all rows of a bill: where one key cannot tell rows apart, the next one does. */
type Keys = (bill: Bill, isDescending: boolean, turn: Turn) => readonly KeyOfRow[] | Promise<readonly KeyOfRow[]>;

/** Before any year that a timestamp can name. */
const EARLIEST_MS = Date.UTC(-1, 0);

const KEYS: Record<Field, Keys> = {
  timestamp: (bill) => [(row) => bill.epochMs(row) - EARLIEST_MS, (row) => bill.nanoseconds(row)],
  credits_used: orderOfCredits,
  report_name: async (bill, isDescending, turn) => {
    const ranks = await ranksOfNames(bill, turn);
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
  turn: Turn,
): Promise<Uint32Array> => {
  let ordered = rows;
  for (const key of keys.toReversed()) {
    const field = key.replace('-', '') as Field;
    const isDescending = key !== field;
    const keysOfRow = await KEYS[field](bill, isDescending, turn);
    for (const keyOfRow of keysOfRow.toReversed()) {
      ordered = await inOrderOf(ordered, await columnOf(bill, rows, keyOfRow, turn), isDescending, turn);
    }
  }
  return ordered;
};

/** In the order of their times. */
export const byTime = (bill: Bill, rows: Uint32Array, turn: Turn): Promise<Uint32Array> =>
  sortedBy(bill, rows, ['timestamp'], turn);

/** The keys of `rows`, each at the place of its row. */
const columnOf = async (bill: Bill, rows: Uint32Array, keyOfRow: KeyOfRow, turn: Turn): Promise<Float64Array> => {
  const keys = new Float64Array(bill.length);
  await turn.inSlices(rows.length, (start, end) => {
    for (const row of rows.subarray(start, end)) keys[row] = keyOfRow(row);
  });
  return keys;
};
