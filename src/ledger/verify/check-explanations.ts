import { credits, type Credits, isEqual } from '../../pricing/index.js';
import { type Explanations, readExplanations } from '../engine/explanation-document.js';
import { totalOfReceipt } from '../engine/receipt-cells.js';
import type { LineForm } from '../engine/receipt-forms.js';
import { receiptUnits } from '../engine/receipt-units.js';
import type { PeriodBook } from '../rule/period-book.js';
import type { ExplanationRow } from '../store/ledger-rows.js';
import type { LedgerStore } from '../store/ledger-store.js';
import type { FoldedJournal } from './folded-journal.js';
import { hasOwnHeader } from './gzip-header.js';
import { WrongLedgerError } from './wrong-ledger.error.js';

/**
 * Checks that each explanation of the period's prices can be read, and that amounts add up to the
 * price of their line. One that a later row replaced is only read; one of a row that was written
 * since the journal was read is left out. Rejects with a WrongLedgerError.
 */
export const checkExplanations = async (
  book: PeriodBook,
  journal: FoldedJournal,
  store: Pick<LedgerStore, 'explanations'>,
): Promise<void> => {
  for (const row of await store.explanations(book.id)) {
    if (row.row > journal.newest.number) continue;
    const explanations = unpack(row);
    if (!explanations) throw wrong(row, 'cannot be read');
    const { list, forms } = explanations;
    for (const [entry, receipt] of list) {
      const pricedBy = journal.pricedBy(book.id, entry) ?? 0;
      if (pricedBy < row.row) throw wrong(row, 'are of a line that the row did not price');
      if (row.kind === 'texts' || pricedBy !== row.row) continue;
      if (!isTotal(book.line(entry).message.textCredits, receipt, forms))
        throw wrong(row, 'do not add up to the prices of its lines');
    }
  }
};

/** The explanations of a row; undefined if it is damaged. */
const unpack = (row: ExplanationRow): Explanations | undefined => {
  try {
    const explanations = readExplanations(row);
    const isWhole = explanations.list.at(0)?.[0] === row.firstEntry && explanations.list.at(-1)?.[0] === row.lastEntry;
    return isWhole && hasOwnHeader(row.document) ? explanations : undefined;
  } catch {
    return undefined;
  }
};

/** Whether the price is what the lines of a receipt come to. */
const isTotal = (price: Credits, receipt: string, forms: readonly LineForm[]): boolean => {
  if (isTotalInUnits(price, receipt, forms)) return true;
  try {
    return isEqual(totalOfReceipt(receipt, forms, credits), price);
  } catch {
    return false;
  }
};

/** False where whole numbers do not tell, as well. */
const isTotalInUnits = ({ units, scale }: Credits, receipt: string, forms: readonly LineForm[]): boolean => {
  try {
    return receiptUnits(receipt, forms, scale) === Number(units);
  } catch {
    return false;
  }
};

const wrong = ({ row, period, firstEntry, lastEntry }: ExplanationRow, what: string): WrongLedgerError =>
  new WrongLedgerError(
    `the explanations that row ${row} gave for lines ${firstEntry} to ${lastEntry} of period ${period} ${what}`,
  );
