import { Readable } from 'node:stream';
import type { Representation } from '../http/answers/representation.js';
import type { TimeSlice } from '../time/time-slice.js';
import type { Bill } from '../billing/bill.js';
import { csvEntries, jsonEntries, ndjsonEntries } from './entries.js';
import type { Page } from './page.js';
import type { UsageFormat } from './usage-formats.js';

/** A page of more rows is streamed: written while it is sent, as fast as the client reads it. */
const MAX_ROWS_AT_ONCE = 10_000;

type File = Pick<Representation, 'contentType' | 'filename' | 'body' | 'length'>;

/**
 * Writes a page of the bill in the given format: at once if it is small, while it is sent
 * otherwise.
 */
export const writeUsageFile = async (
  bill: Bill,
  page: Page,
  format: UsageFormat,
  timeSlice: TimeSlice,
): Promise<File> => {
  const { write, ...file } = FORMATS[format];
  return { ...file, ...(await writeTexts(write(bill, page), page.rows.length, timeSlice)) };
};

/**
 * Makes a body of texts that are written from `rows` rows: at once if they are few, while it is
 * sent otherwise.
 */
export const writeTexts = async (
  written: Iterable<string>,
  rows: number,
  timeSlice: TimeSlice,
): Promise<Pick<Representation, 'body' | 'length'>> => {
  const texts = yieldBetween(written, timeSlice);
  if (rows > MAX_ROWS_AT_ONCE) return { body: () => Readable.from(texts) };
  const chunks: Buffer[] = [];
  for await (const text of texts) chunks.push(Buffer.from(text));
  const whole = Buffer.concat(chunks);
  return { body: () => whole, length: whole.length };
};

/**
 * Passes texts on, and yields to other work in between: a stream would fill its whole buffer
 * without a pause.
 */
const yieldBetween = async function* (texts: Iterable<string>, timeSlice: TimeSlice): AsyncGenerator<string> {
  for (const text of texts) {
    yield text;
    await timeSlice.yieldIfSpent();
  }
};

type Format = Pick<Representation, 'contentType' | 'filename'> & {
  readonly write: (bill: Bill, page: Page) => Iterable<string>;
};

/** The bill as JSON: the frozen contract. */
export const JSON_FILE: Format = {
  contentType: 'application/json; charset=utf-8',
  write: function* (bill, { rows, nextCursor }) {
    yield '{"usage":[';
    yield* jsonEntries(bill, rows);
    yield nextCursor === undefined ? ']}' : `],"next_cursor":${JSON.stringify(nextCursor)}}`;
  },
};

const FORMATS: Readonly<Record<UsageFormat, Format>> = {
  json: JSON_FILE,
  csv: {
    contentType: 'text/csv; charset=utf-8',
    filename: 'credit-usage.csv',
    write: (bill, { rows }) => csvEntries(bill, rows),
  },
  ndjson: {
    contentType: 'application/x-ndjson',
    filename: 'credit-usage.ndjson',
    write: (bill, { rows }) => ndjsonEntries(bill, rows),
  },
};
