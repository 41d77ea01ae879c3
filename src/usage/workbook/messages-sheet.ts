import type { Bill } from '../../billing/bill.js';
import {
  amountCell,
  type Cell,
  dateCell,
  dateTimeCell,
  EMPTY,
  headCell,
  textCell,
  wholeCell,
} from '../../spreadsheet/cell.js';
import { columnName, type Sheet } from '../../spreadsheet/sheet.js';
import { EntryCells } from '../entry-cells.js';
import type { SheetSource } from './sheet-source.js';

const NAME = 'Messages';
const WIDTHS = [12, 20, 12, 11, 40, 22, 18, 14];

/** The sheet with a row for each message. */
export const messagesSheet = (source: SheetSource): Sheet => ({
  name: NAME,
  widths: WIDTHS,
  headRow: 1,
  rows: messageRows(source),
});

const CREDITS = columnName(WIDTHS.length - 1);

/** The formula that adds up the credits of that sheet. */
export const SUM_OF_MESSAGES = `SUM(${NAME}!${CREDITS}:${CREDITS})`;

const messageRows = function* (source: SheetSource): Generator<Cell[]> {
  const { billed, rows, days, timeZone, creditsHead } = source;
  const heads = ['Message ID', `Time (${timeZone})`, 'Date', 'Report ID', 'Report', 'Basis', 'Rate card', creditsHead];
  yield heads.map(headCell);
  const { bill, rowCards } = billed;
  const { messages } = bill;
  const entries = new EntryCells(bill);
  const cards = rowCards.cards.map(({ id }) => textCell(id));
  const reports = new Map<number, readonly Cell[]>();
  for (const row of rows) {
    const epochMs = messages.epochMs(row);
    const localMs = days.localMs(epochMs);
    const index = bill.reportIndex(row);
    const report = reports.get(index) ?? cellsOfReport(bill, index);
    reports.set(index, report);
    yield [
      wholeCell(messages.id(row)),
      dateTimeCell(localMs) ?? textCell(messages.timestamp(row)),
      dateCell(localMs) ?? textCell(days.formatDate(epochMs)),
      ...report,
      cards[rowCards.indexOf(row)] ?? EMPTY,
      amountCell(entries.credits(row)),
    ];
  }
};

/** What the messages of a report have in common, written once: its id, its name, and the basis. */
const cellsOfReport = (bill: Bill, index: number): readonly Cell[] => {
  const { id, report } = bill.namedReports[index] ?? {};
  return [wholeCell(id), textCell(report?.name), textCell(bill.basisOf(index))];
};
