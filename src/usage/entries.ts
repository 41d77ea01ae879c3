import { stringify } from 'csv-stringify/sync';
import type { Bill } from './bill.js';
import type { UsageEntryDto } from './usage.dto.js';

/** Rows that are written in one go: some 100 kB of JSON, which takes half a millisecond; CSV takes several times as long. */
const ROWS_AT_ONCE = 1000;
const CSV_ROWS_AT_ONCE = 200;

const COLUMNS: readonly (keyof UsageEntryDto)[] = ['message_id', 'timestamp', 'report_name', 'credits_used'];

/** The rows as the entries of a JSON array, without its brackets: the frozen contract, key for key. Credits keep their digits. */
export const jsonEntries = function* (bill: Bill, rows: Uint32Array): Generator<string> {
  let separator = '';
  for (const batch of batchesOf(rows)) {
    let text = '';
    for (const row of batch) {
      text += separator + jsonEntry(bill, row);
      separator = ',';
    }
    yield text;
  }
};

/** The rows as newline-delimited JSON, one a line. */
export const ndjsonEntries = function* (bill: Bill, rows: Uint32Array): Generator<string> {
  for (const batch of batchesOf(rows)) {
    let text = '';
    for (const row of batch) text += `${jsonEntry(bill, row)}\n`;
    yield text;
  }
};

/**
 * The rows as CSV (RFC 4180), a header first. A cell that a spreadsheet would run as a formula gets an apostrophe before it: a report
 * may be called `=1+1`.
 */
export const csvEntries = function* (bill: Bill, rows: Uint32Array): Generator<string> {
  yield csvOf([], true);
  for (const batch of batchesOf(rows, CSV_ROWS_AT_ONCE))
    yield csvOf(
      Array.from(batch, (row) => cellsOf(bill, row)),
      false,
    );
};

const jsonEntry = (bill: Bill, row: number): string => {
  const name = bill.reportNameAsJson(row);
  const report = name === undefined ? '' : `"report_name":${name},`;
  // An RFC 3339 timestamp has no character that JSON escapes.
  return `{"message_id":${bill.messageId(row)},"timestamp":"${bill.timestamp(row)}",${report}"credits_used":${bill.creditsAsJson(row)}}`;
};

const cellsOf = (bill: Bill, row: number): unknown[] => [
  bill.messageId(row),
  bill.timestamp(row),
  bill.report(row)?.name,
  bill.creditsAsJson(row),
];

const csvOf = (records: unknown[][], header: boolean): string =>
  stringify(records, {
    header,
    columns: COLUMNS.map((key) => ({ key })),
    record_delimiter: '\r\n',
    escape_formulas: true,
    // The library quotes the record delimiter, which is both; RFC 4180 wants either quoted.
    quoted_match: /[\r\n]/,
  });

const batchesOf = function* (rows: Uint32Array, length = ROWS_AT_ONCE): Generator<Uint32Array> {
  for (let start = 0; start < rows.length; start += length) yield rows.subarray(start, start + length);
};
