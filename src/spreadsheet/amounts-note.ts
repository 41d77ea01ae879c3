import { amountCell, type Cell, countDecimals, fitsNumber, formulaCell, textCell } from './cell.js';
import { DIGITS_MAX } from './styles.js';

/** The head of a column of amounts of at most `digits` digits: it says so if some may be texts. */
export const creditsHead = (digits: number): string =>
  digits > DIGITS_MAX ? `Credits (text where more than ${DIGITS_MAX} digits)` : 'Credits';

/**
 * The facts of a total: `formula`, which adds the amounts up, and if some of up to `digits` digits
 * may be texts, which it leaves out, the exact total with a sentence.
 */
export const totalFacts = (formula: string, total: string, digits: number): (readonly [string, Cell])[] => {
  const decimals = Math.min(countDecimals(total), DIGITS_MAX);
  if (digits <= DIGITS_MAX && fitsNumber(total)) return [['Credits', formulaCell(formula, decimals, total)]];
  return [
    ['Credits, added up', formulaCell(formula, decimals, undefined)],
    ['Credits, exactly', amountCell(total)],
    ['', textCell(`Amounts of more than ${DIGITS_MAX} digits are texts, which a sheet does not add up`)],
  ];
};
