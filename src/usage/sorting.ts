import type { Bill } from './bill.js';
import { inOrderOf } from './stable-order.js';

const FIELDS = ['timestamp', 'credits_used', 'report_name'] as const;

type Field = (typeof FIELDS)[number];

/** A field, or a field with `-` before it: descending. */
export type SortKey = Field | `-${Field}`;

export const SORT_KEYS: readonly SortKey[] = FIELDS.flatMap((field): SortKey[] => [field, `-${field}`]);

/** Columns of numbers of 0 or more that order all rows of a bill: where one cannot tell rows apart, the next one does. */
type Columns = (bill: Bill, isDescending: boolean) => readonly Float64Array[];

/** Before any year that a timestamp can name. */
const EARLIEST_MS = Date.UTC(-1, 0);

const COLUMNS: Record<Field, Columns> = {
  timestamp: (bill) => [
    columnOf(bill, (row) => bill.epochMs(row) - EARLIEST_MS),
    columnOf(bill, (row) => bill.nanoseconds(row)),
  ],
  // No two amounts that differ are stated by one JSON number, so that they are ordered as exactly as they are billed.
  credits_used: (bill) => [columnOf(bill, (row) => Number(bill.creditsAsJson(row)))],
  report_name: (bill, isDescending) => {
    const places = placesOf(bill.reportNames, isDescending);
    return [columnOf(bill, (row) => places.get(bill.report(row)?.name) ?? places.size * Number(!isDescending))];
  },
};

/** Sorted by the first key, among equals by the next; what is equal in all keeps its order. */
export const sortedBy = (bill: Bill, rows: Uint32Array, keys: readonly SortKey[]): Uint32Array =>
  keys
    .flatMap((key) => {
      const field = key.replace('-', '') as Field;
      const isDescending = key !== field;
      return COLUMNS[field](bill, isDescending).map((column) => ({ column, isDescending }));
    })
    .reduceRight((ordered, { column, isDescending }) => inOrderOf(ordered, column, isDescending), rows);

/** In the order of their times. */
export const byTime = (bill: Bill, rows: Uint32Array): Uint32Array => sortedBy(bill, rows, ['timestamp']);

/** By code units, so that the order is the same on every machine; no name is last either way, as empty cells are in a spreadsheet. */
const placesOf = (names: readonly string[], isDescending: boolean): ReadonlyMap<string | undefined, number> =>
  new Map([...new Set(names)].toSorted().map((name, place) => [name, place + Number(isDescending)]));

const columnOf = (bill: Bill, valueOf: (row: number) => number): Float64Array => {
  const values = new Float64Array(bill.length);
  for (let row = 0; row < values.length; row += 1) values[row] = valueOf(row);
  return values;
};
