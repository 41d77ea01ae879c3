import { csvLine, csvText } from '../http/answers/csv.js';
import type { Bill } from '../billing/bill.js';
import type { UsageEntryDto } from './usage.dto.js';

/** Rows that are written in one go: some 100 kB of JSON, which takes half a millisecond. */
const ROWS_AT_ONCE = 1000;

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

/** The rows as CSV, a header first. */
export const csvEntries = function* (bill: Bill, rows: Uint32Array): Generator<string> {
  yield csvLine(COLUMNS);
  for (const batch of batchesOf(rows)) {
    let text = '';
    for (const row of batch) text += csvEntry(bill, row);
    yield text;
  }
};

const jsonEntry = (bill: Bill, row: number): string => {
  const name = bill.reportNameAsJson(row);
  const report = name === undefined ? '' : `"report_name":${name},`;
  // An RFC 3339 timestamp has no character that JSON escapes.
  return `{"message_id":${bill.messageId(row)},"timestamp":"${bill.timestamp(row)}",${report}"credits_used":${bill.creditsAsJson(row)}}`;
};

const csvEntry = (bill: Bill, row: number): string =>
  csvLine([String(bill.messageId(row)), bill.timestamp(row), csvText(bill.report(row)?.name), bill.creditsAsJson(row)]);

const batchesOf = function* (rows: Uint32Array): Generator<Uint32Array> {
  for (let start = 0; start < rows.length; start += ROWS_AT_ONCE) yield rows.subarray(start, start + ROWS_AT_ONCE);
};
