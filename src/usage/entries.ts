import type { Bill } from '../billing/bill.js';
import { csvLine, csvText } from '../http/answers/csv.js';
import { type AddedColumns, NO_ADDED_COLUMNS } from './added-columns.js';
import type { UsageEntryDto } from './usage.dto.js';
import { EntryCells } from './entry-cells.js';

/** Rows written before yielding: about 100 kB of JSON, which takes half a millisecond. */
const ROWS_AT_ONCE = 1000;

const COLUMNS: readonly (keyof UsageEntryDto)[] = ['message_id', 'timestamp', 'report_name', 'credits_used'];

/**
 * The rows as the elements of a JSON array, without brackets: exactly the frozen contract, with
 * every digit of an amount.
 */
export const jsonEntries = function* (bill: Bill, rows: Uint32Array): Generator<string> {
  const cells = new EntryCells(bill);
  let separator = '';
  for (const batch of toBatches(rows)) {
    let text = '';
    for (const row of batch) {
      text += separator + toJson(cells, row);
      separator = ',';
    }
    yield text;
  }
};

/** The rows as newline-delimited JSON, one entry a line, with the members of `added` columns. */
export const ndjsonEntries = function* (bill: Bill, rows: Uint32Array, added = NO_ADDED_COLUMNS): Generator<string> {
  const cells = new EntryCells(bill);
  for (const batch of toBatches(rows)) {
    let text = '';
    for (const row of batch) text += `${toJson(cells, row, addedMembers(added, row))}\n`;
    yield text;
  }
};

/** The rows as CSV, a header line first, with `added` columns after those of the contract. */
export const csvEntries = function* (bill: Bill, rows: Uint32Array, added = NO_ADDED_COLUMNS): Generator<string> {
  const cells = new EntryCells(bill);
  yield csvLine([...COLUMNS, ...added.names]);
  for (const batch of toBatches(rows)) {
    let text = '';
    for (const row of batch) text += toCsv(cells, row, added);
    yield text;
  }
};

/** An entry as a JSON object. `members`: more of them, each after a comma. */
const toJson = (cells: EntryCells, row: number, members = ''): string => {
  const name = cells.reportNameAsJson(row);
  const report = name === undefined ? '' : `"report_name":${name},`;
  // An RFC 3339 timestamp has no character that JSON escapes.
  return `{"message_id":${cells.id(row)},"timestamp":"${cells.timestamp(row)}",${report}"credits_used":${cells.credits(row)}${members}}`;
};

/** What added columns append to the members of an entry. A member without a value is left out. */
const addedMembers = ({ names, cells }: AddedColumns, row: number): string =>
  cells(row)
    .map((cell, index) => (cell === undefined ? '' : `,"${names[index] ?? ''}":${JSON.stringify(cell)}`))
    .join('');

const toCsv = (cells: EntryCells, row: number, added: AddedColumns): string =>
  csvLine([
    String(cells.id(row)),
    cells.timestamp(row),
    csvText(cells.reportName(row)),
    cells.credits(row),
    ...added.cells(row).map((cell) => (typeof cell === 'string' ? csvText(cell) : String(cell ?? ''))),
  ]);

const toBatches = function* (rows: Uint32Array): Generator<Uint32Array> {
  for (let start = 0; start < rows.length; start += ROWS_AT_ONCE) yield rows.subarray(start, start + ROWS_AT_ONCE);
};
