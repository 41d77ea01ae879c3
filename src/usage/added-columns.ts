import type { BillOfPeriod } from '../billing/bill-of-period.service.js';
import { CURRENT } from '../billing/period-id.js';
import { Calendar } from '../time/windows.js';

/** Columns that a file of the bill may have beside those of the frozen contract. */
export const ADDED_COLUMNS = ['date', 'basis', 'report_id', 'rate_card', 'period'] as const;

export type AddedColumn = (typeof ADDED_COLUMNS)[number];

/** The columns that a file adds to those of the frozen contract, and their cells. */
export interface AddedColumns {
  readonly names: readonly AddedColumn[];
  /** The cell of each column in this row; undefined where the row has none. */
  readonly cells: (row: number) => (string | number | undefined)[];
}

/** The columns of the frozen contract alone. */
export const NO_ADDED_COLUMNS: AddedColumns = { names: [], cells: () => [] };

/** The columns of these names, in this order. `timeZone`: that of `date`. */
export const toAddedColumns = (
  names: readonly AddedColumn[],
  billed: BillOfPeriod,
  timeZone: string | undefined,
): AddedColumns => {
  const cells = toCells(billed, new Calendar('P1D', timeZone ?? 'UTC'));
  return { names, cells: (row) => names.map((name) => cells[name](row)) };
};

type Cell = (row: number) => string | number | undefined;

const toCells = ({ bill, period, rowCards }: BillOfPeriod, calendar: Calendar): Record<AddedColumn, Cell> => ({
  date: (row) => calendar.formatDate(bill.messages.epochMs(row)),
  basis: (row) => bill.basis(row),
  report_id: (row) => bill.namedReport(row)?.id,
  rate_card: (row) => rowCards.cards[rowCards.indexOf(row)]?.id,
  period: () => period?.id ?? CURRENT,
});
