import { credits, sum, toPlainDecimal } from '../../../pricing/index.js';
import type { SealCheck } from '../period-under-check.js';

/** Columns of the sealed file. */
const CREDITS = 5;
const MISSING_SINCE = 7;

/** The lines of the sealed file, counted and added again, give the totals of the manifest. */
export const checkTotals: SealCheck = ({ book, csv, stated }) => {
  const rows = csv
    .trimEnd()
    .split('\n')
    .slice(1)
    .map((line) => line.split(','));
  const total = toPlainDecimal(sum(rows.map((cells) => credits(cells[CREDITS] ?? ''))));
  const missing = rows.filter((cells) => cells[MISSING_SINCE] !== '').length;
  const wrong = Object.entries({ messages: rows.length, missing, credits: total }).find(
    ([name, value]) => stated[name] !== value,
  );
  return wrong && `the manifest of period ${book.id} states other ${wrong[0]} than its lines add up to`;
};
