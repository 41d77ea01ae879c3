import { credits, type Credits, sum, times, toPlainDecimal } from '../../../pricing/index.js';
import { CellCursor } from '../../cell-cursor.js';
import type { SealCheck } from '../period-under-check.js';

/** Columns of the sealed file. */
const CREDITS = 5;
const MISSING_SINCE = 7;

/** The lines of the sealed file, counted and added again, give the totals of the manifest. */
export const checkTotals: SealCheck = ({ book, csv, stated }) => {
  const wrong = Object.entries(totalsOf(csv)).find(([name, value]) => stated[name] !== value);
  return wrong && `the manifest of period ${book.id} states other ${wrong[0]} than its lines add up to`;
};

/** The totals of a sealed file, by their names in the manifest. */
const totalsOf = (csv: string) => {
  const amounts = new Map<string, number>();
  let messages = 0;
  let missing = 0;
  for (const line = new CellCursor(csv, csv.indexOf('\n') + 1); !line.isAtEnd;) {
    line.skip(CREDITS);
    const amount = line.cell();
    amounts.set(amount, (amounts.get(amount) ?? 0) + 1);
    line.skip(MISSING_SINCE - CREDITS - 1);
    if (line.cell() !== '') missing += 1;
    line.lastCell();
    messages += 1;
  }
  return { messages, missing, credits: toPlainDecimal(sumOf(amounts)) };
};

/** The sum of amounts, each with how often it occurs: a million lines have few different ones. */
const sumOf = (amounts: ReadonlyMap<string, number>): Credits =>
  sum(Array.from(amounts, ([amount, count]) => times(credits(amount), count)));
