import { Readable } from 'node:stream';
import { StreamableFile } from '@nestjs/common';
import { stringify } from 'csv-stringify';
import type { UsageEntryDto } from './usage.dto.js';

const COLUMNS: readonly (keyof UsageEntryDto)[] = ['message_id', 'timestamp', 'report_name', 'credits_used'];

/**
 * The entries as CSV (RFC 4180), a header first. A cell that a spreadsheet would run as a formula gets an apostrophe before
 * it: a report may be called `=1+1`.
 */
export const csvFile = (entries: readonly UsageEntryDto[]): StreamableFile =>
  fileOf(
    Readable.from(entries).pipe(
      stringify({
        header: true,
        columns: COLUMNS.map((key) => ({ key })),
        record_delimiter: '\r\n',
        escape_formulas: true,
        // The library quotes the record delimiter, which is both; RFC 4180 wants either quoted.
        quoted_match: /[\r\n]/,
      }),
    ),
    'csv',
  );

/** The entries as newline-delimited JSON, one a line. */
export const ndjsonFile = (entries: readonly UsageEntryDto[]): StreamableFile =>
  fileOf(Readable.from(linesOf(entries)), 'ndjson');

function* linesOf(entries: readonly UsageEntryDto[]): Generator<string> {
  for (const entry of entries) yield `${JSON.stringify(entry)}\n`;
}

const fileOf = (content: Readable, extension: string): StreamableFile =>
  new StreamableFile(content, { disposition: `attachment; filename="credit-usage.${extension}"` });
