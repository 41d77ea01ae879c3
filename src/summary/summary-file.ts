import { CSV_BOM, csvLine, csvText } from '../http/answers/csv.js';
import { TextPieces } from '../http/answers/text-pieces.js';
import type { Grouping } from './groups.js';
import type { SummaryAnswer, SummaryRowDto } from './summary.dto.js';

/**
 * A summary as CSV, with a line for each row. It has columns only for the groupings that the query
 * asks for.
 */
export const toSummaryFile = ({ data }: SummaryAnswer, groupings: readonly Grouping[]): TextPieces =>
  new TextPieces(formatLines(data, toColumns(groupings)), 'credit-usage-summary.csv');

/** {@link toSummaryFile} for spreadsheets: with a byte order mark, and with a name of its own. */
export const toNamedSummaryFile = (
  { data }: SummaryAnswer,
  groupings: readonly Grouping[],
  filename: string,
): TextPieces => new TextPieces(withBom(formatLines(data, toColumns(groupings))), filename);

const withBom = async function* (lines: AsyncIterable<string>): AsyncGenerator<string> {
  yield CSV_BOM;
  yield* lines;
};

/** The cell of each column. */
const CELLS = {
  from: ({ from }) => from,
  to: ({ to }) => to,
  report_id: ({ report }) => (report ? String(report.id) : ''),
  report_name: ({ report }) => csvText(report?.name),
  basis: ({ basis }) => basis ?? '',
  messages: ({ messages }) => String(messages),
  credits_used: ({ credits_used }) => credits_used.text,
} as const satisfies Record<string, (row: SummaryRowDto) => string>;

type Column = keyof typeof CELLS;

const toColumns = (groupings: readonly Grouping[]): Column[] => [
  'from',
  'to',
  ...(groupings.includes('report') ? (['report_id', 'report_name'] as const) : []),
  ...(groupings.includes('basis') ? (['basis'] as const) : []),
  'messages',
  'credits_used',
];

const formatLines = async function* (
  rows: AsyncIterable<SummaryRowDto>,
  columns: readonly Column[],
): AsyncGenerator<string> {
  yield csvLine(columns);
  for await (const row of rows) yield csvLine(columns.map((column) => CELLS[column](row)));
};
