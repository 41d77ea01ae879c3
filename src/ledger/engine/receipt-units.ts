/*
 * Speed trick: adds up the cells of a receipt as integers, character by character.
 * Replaces: `totalOfReceipt`, which makes a string and an exact amount of each cell.
 * Gain: bench row 9, the verification of amounts.
 * Drop it: if verification holds its target without it.
 * Held by receipt-units.spec.ts.
 */
import { CellCursor } from '../cell-cursor.js';
import type { LineForm } from './receipt-forms.js';

/**
 * The sum of the lines of a receipt, whose cells `toReceiptCells` wrote, in units of 10^-`scale`
 * credits. Undefined if an amount has more decimal places. Throws a RangeError for other cells, and
 * for amounts that are no safe integers in these units.
 */
export const receiptUnits = (receipt: string, forms: readonly LineForm[], scale: number): number | undefined => {
  const cells = new CellCursor(`${receipt},`, 0);
  let total = 0;
  while (!cells.isAtEnd) {
    const form = forms[cells.wholeNumber()];
    if (!form) throw new RangeError('no line of a receipt has this form');
    cells.skip(1);
    const units = cells.units(scale);
    if (units === undefined) return undefined;
    total += units;
    cells.skip(2 * (form.parts?.length ?? 0));
  }
  if (!Number.isSafeInteger(total)) throw new RangeError('a receipt that is too large');
  return total;
};
