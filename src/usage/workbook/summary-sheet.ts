import { BASES } from '../../billing/billed-message.js';
import { groupByBasis } from '../../billing/group-by-basis.js';
import { toFilledWindows } from '../../billing/query/by-window.js';
import { sortByTime } from '../../billing/query/sorting.js';
import { findBounds } from '../../billing/query/window-bounds.js';
import { Tally } from '../../billing/tally.js';
import { toPlainDecimal } from '../../pricing/index.js';
import { amountCell, type Cell, dateCell, headCell, textCell, wholeCell } from '../../spreadsheet/cell.js';
import { factRows } from '../../spreadsheet/facts.js';
import type { Sheet } from '../../spreadsheet/sheet.js';
import type { SheetSource } from './sheet-source.js';

/** The sheet with what it is of, and a row for each day and what priced its messages. */
export const summarySheet = (source: SheetSource, facts: readonly (readonly [string, Cell])[]): Sheet => {
  const above = factRows('Credit usage', facts);
  return { name: 'Summary', widths: [20, 28, 12, 16], headRow: above.length + 1, rows: summaryRows(source, above) };
};

const summaryRows = async function* (source: SheetSource, above: readonly Cell[][]): AsyncGenerator<Cell[]> {
  yield* above;
  const { billed, rows, days, timeZone, creditsHead, timeSlice } = source;
  yield [`Date (${timeZone})`, 'Basis', 'Messages', creditsHead].map(headCell);
  const { bill } = billed;
  const inOrder = await sortByTime(bill, rows, timeSlice);
  const bounds = findBounds(bill, inOrder, {}, days);
  if (!bounds) return;
  const tally = new Tally(bill);
  for (const { from, rows: ofDay } of toFilledWindows(bill, inOrder, bounds, 'occupied', days)) {
    await tally.addRows(ofDay, timeSlice);
    const date = dateCell(days.localMs(from.epochMs)) ?? textCell(days.formatDate(from.epochMs));
    const groups = groupByBasis(bill, tally.takeShares());
    for (const basis of BASES) {
      const shares = groups.get(basis);
      if (!shares) continue;
      const messages = shares.reduce((sum, share) => sum + share.messages, 0);
      yield [date, textCell(basis), wholeCell(messages), amountCell(toPlainDecimal(bill.creditsOf(shares)))];
    }
  }
};
