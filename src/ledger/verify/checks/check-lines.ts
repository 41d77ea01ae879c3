import type { SealCheck } from '../period-under-check.js';

/** The sealed lines are, byte for byte, what the journal makes of the period. */
export const checkLines: SealCheck = ({ book, bytes, lines }) => {
  if (bytes.equals(lines.csv)) return undefined;
  const [sealed = [], told = []] = [bytes, lines.csv].map((csv) => csv.toString('latin1').split('\n'));
  const differs = sealed.findIndex((line, index) => line !== told[index]);
  return `line ${(differs < 0 ? sealed.length : differs) + 1} of the sealed file of period ${book.id} is not what the journal says`;
};
