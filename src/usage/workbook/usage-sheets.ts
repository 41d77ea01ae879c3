import { countAmountDigits } from '../../billing/amount-digits.js';
import { toSelectionFacts } from '../../billing/query/selection-facts.js';
import { Tally } from '../../billing/tally.js';
import { toPlainDecimal } from '../../pricing/index.js';
import { creditsHead, totalFacts } from '../../spreadsheet/amounts-note.js';
import { amountCell, type Cell, textCell } from '../../spreadsheet/cell.js';
import { ROWS_MAX } from '../../spreadsheet/rows-max.js';
import type { Sheet } from '../../spreadsheet/sheet.js';
import { TooManyRowsError } from '../../spreadsheet/too-many-rows.error.js';
import { Calendar } from '../../time/windows.js';
import type { UsagePageQueryDto } from '../usage-query.dto.js';
import type { SelectedPage } from '../usage.service.js';
import { messagesSheet, SUM_OF_MESSAGES } from './messages-sheet.js';
import { reportsSheet } from './reports-sheet.js';
import type { SheetSource } from './sheet-source.js';
import { summarySheet } from './summary-sheet.js';

/**
 * The sheets of a page of the bill: what it is, by day and by what priced it; its reports; its
 * messages. Throws a TooManyRowsError if there are more messages than a sheet has rows.
 */
export const toUsageSheets = async (
  { billed, page: { rows }, timeSlice }: SelectedPage,
  query: UsagePageQueryDto,
): Promise<Sheet[]> => {
  if (rows.length >= ROWS_MAX) throw new TooManyRowsError();
  const { bill, period } = billed;
  const tally = new Tally(bill);
  await tally.addRows(rows, timeSlice);
  const shares = tally.takeShares();
  const total = bill.creditsOf(shares);
  const digits = countAmountDigits(bill, total);
  const timeZone = query.time_zone ?? 'UTC';
  const source: SheetSource = {
    billed,
    rows,
    shares,
    days: new Calendar('P1D', timeZone),
    timeZone,
    creditsHead: creditsHead(digits),
    timeSlice,
  };
  const facts: (readonly [string, Cell])[] = [
    ...toSelectionFacts(query, period).map(([name, fact]) => [name, textCell(fact)] as const),
    ...totalFacts(SUM_OF_MESSAGES, toPlainDecimal(total), digits),
    ...(period ? [['Adjustments', amountCell(toPlainDecimal(period.adjustments))] as const] : []),
  ];
  return [summarySheet(source, facts), reportsSheet(source), messagesSheet(source)];
};
