import { countAmountDigits } from '../billing/amount-digits.js';
import { toSelectionFacts } from '../billing/query/selection-facts.js';
import { credits } from '../pricing/index.js';
import { creditsHead, totalFacts } from '../spreadsheet/amounts-note.js';
import {
  amountCell,
  type Cell,
  dateCell,
  dateTimeCell,
  EMPTY,
  headCell,
  textCell,
  wholeCell,
} from '../spreadsheet/cell.js';
import { factRows } from '../spreadsheet/facts.js';
import { columnName, type Sheet } from '../spreadsheet/sheet.js';
import { parseLocalMs } from '../time/local-ms.js';
import type { SummaryRowDto } from './summary.dto.js';
import type { Summary } from './summary.js';
import type { TotalsQueryDto } from './summary-query.dto.js';

/** A column of the table: its head, its width in characters, and its cell in a row. */
interface Column {
  readonly head: string;
  readonly width: number;
  readonly cell: (row: SummaryRowDto) => Cell;
}

/** The sheet of a summary: what it is of, and a row for each window, or for each group in it. */
export const toSummarySheet = (summary: Summary, query: TotalsQueryDto): Sheet => {
  const { answer, bill, period } = summary;
  const total = answer.totals.credits_used.text;
  const digits = countAmountDigits(bill, credits(total));
  const columns = toColumns(query, creditsHead(digits));
  const letter = columnName(columns.length - 1);
  const above = factRows('Credit usage', [
    ...toSelectionFacts(query, period).map(([name, fact]) => [name, textCell(fact)] as const),
    ...totalFacts(`SUM(${letter}:${letter})`, total, digits),
    ...(answer.adjustments ? [['Adjustments', amountCell(answer.adjustments.text)] as const] : []),
  ]);
  const widths = columns.map(({ width }) => width);
  return { name: 'Summary', widths, headRow: above.length + 1, rows: rowsOf(above, columns, answer.data) };
};

const rowsOf = async function* (
  above: readonly Cell[][],
  columns: readonly Column[],
  data: AsyncIterable<SummaryRowDto>,
): AsyncGenerator<Cell[]> {
  yield* above;
  yield columns.map(({ head }) => headCell(head));
  for await (const row of data) yield columns.map(({ cell }) => cell(row));
};

const toColumns = ({ granularity, group_by, time_zone }: TotalsQueryDto, credits: string): Column[] => {
  const timeCell = granularity === 'PT1H' ? toTimeCell : toDayCell;
  return [
    { head: `From (${time_zone})`, width: 20, cell: ({ from }) => timeCell(from) },
    { head: 'To, exclusive', width: 28, cell: ({ to }) => timeCell(to) },
    ...(group_by.includes('report') ? REPORT_COLUMNS : []),
    ...(group_by.includes('basis') ? [BASIS_COLUMN] : []),
    { head: 'Messages', width: 12, cell: ({ messages }) => wholeCell(messages) },
    { head: credits, width: 16, cell: ({ credits_used }) => amountCell(credits_used.text) },
  ];
};

const REPORT_COLUMNS: readonly Column[] = [
  { head: 'Report ID', width: 11, cell: ({ report }) => wholeCell(report?.id) },
  { head: 'Report', width: 40, cell: ({ report }) => textCell(report?.name) },
];

const BASIS_COLUMN: Column = { head: 'Basis', width: 22, cell: ({ basis }) => (basis ? textCell(basis) : EMPTY) };

const DAY_MS = 86_400_000;

/** The local time that an RFC 3339 timestamp states. */
const toTimeCell = (timestamp: string): Cell => dateTimeCell(parseLocalMs(timestamp)) ?? textCell(timestamp);

/** Its date alone at midnight; a window that `from` or `to` of the query cuts off has another time. */
const toDayCell = (timestamp: string): Cell => {
  const localMs = parseLocalMs(timestamp);
  return localMs % DAY_MS === 0 ? (dateCell(localMs) ?? textCell(timestamp)) : toTimeCell(timestamp);
};
