import type { Share } from '../../billing/bill.js';
import { toPlainDecimal } from '../../pricing/index.js';
import { amountCell, type Cell, EMPTY, headCell, textCell, wholeCell } from '../../spreadsheet/cell.js';
import type { Sheet } from '../../spreadsheet/sheet.js';
import type { SheetSource } from './sheet-source.js';

/** The sheet with a row for each report that messages name, and a last one for those that name none. */
export const reportsSheet = (source: SheetSource): Sheet => ({
  name: 'Reports',
  widths: [11, 40, 22, 10, 20, 14],
  headRow: 1,
  rows: reportRows(source),
});

const reportRows = function* ({ billed: { bill }, shares, creditsHead }: SheetSource): Generator<Cell[]> {
  yield ['Report ID', 'Report', 'Basis', 'Messages', 'Credits a message', creditsHead].map(headCell);
  const named = shares.filter(isNamed);
  const unnamed = shares.filter((share) => !isNamed(share));
  for (const share of [...named, ...unnamed]) {
    const { id, report, cost } = bill.namedReports[share.reportIndex] ?? {};
    yield [
      wholeCell(id),
      textCell(report?.name),
      textCell(bill.basisOf(share.reportIndex)),
      wholeCell(share.messages),
      cost ? amountCell(toPlainDecimal(cost)) : EMPTY,
      amountCell(toPlainDecimal(bill.creditsOf([share]))),
    ];
  }
};

const isNamed = ({ reportIndex }: Share): boolean => reportIndex >= 0;
