import { toSerialDate } from './serial-date.js';
import { amountStyle, DIGITS_MAX, STYLE } from './styles.js';
import { toXmlText } from './xml-text.js';

/** The XML of a cell from its attributes on, without its address; empty for an empty cell. */
export type Cell = string;

export const EMPTY: Cell = '';

/** A text, which a spreadsheet never runs as a formula; empty for `undefined`. */
export const textCell = (text: string | undefined): Cell => inline(STYLE.plain, text);

/** The head of a column. */
export const headCell = (text: string): Cell => inline(STYLE.head, text);

export const titleCell = (text: string): Cell => inline(STYLE.title, text);

/**
 * A number from its exact decimal text, such as `5.2`: that text, so that it never is a binary
 * fraction here, shown with its decimal places, or two. A text if it has more than 15 digits, which
 * spreadsheets drop.
 */
export const amountCell = (decimal: string): Cell =>
  fitsNumber(decimal) ? number(amountStyle(countDecimals(decimal)), decimal) : inline(STYLE.longNumber, decimal);

/** A whole number; a text if it has more than 15 digits. Empty for `undefined`. */
export const wholeCell = (whole: number | undefined): Cell => {
  if (whole === undefined) return EMPTY;
  const text = String(whole);
  return fitsNumber(text) ? number(STYLE.whole, text) : inline(STYLE.longNumber, text);
};

/** The date of a local time, in milliseconds from 1970; undefined if spreadsheets do not know that date. */
export const dateCell = (localMs: number): Cell | undefined => {
  const serial = toSerialDate(localMs);
  return serial === undefined ? undefined : number(STYLE.date, String(Math.floor(serial)));
};

/** A local time to the millisecond, in milliseconds from 1970; undefined if spreadsheets do not know it. */
export const dateTimeCell = (localMs: number): Cell | undefined => {
  const serial = toSerialDate(localMs);
  return serial === undefined ? undefined : number(STYLE.dateTime, String(serial));
};

/**
 * A formula without its `=`, shown as an amount with `decimals` decimal places. `result` is what it
 * makes, for programs that do not calculate.
 */
export const formulaCell = (formula: string, decimals: number, result: string | undefined): Cell =>
  ` s="${amountStyle(decimals)}"><f>${toXmlText(formula)}</f>${result === undefined ? '' : `<v>${result}</v>`}`;

/** Whether a spreadsheet's number keeps every digit of a decimal. */
export const fitsNumber = (decimal: string): boolean =>
  decimal.replace(/^-?0*\.?0*|\./g, '').length <= DIGITS_MAX && countDecimals(decimal) <= DIGITS_MAX;

/** The decimal places of a decimal. */
export const countDecimals = (decimal: string): number => {
  const point = decimal.indexOf('.');
  return point < 0 ? 0 : decimal.length - point - 1;
};

const number = (style: number, text: string): Cell => ` s="${style}"><v>${text}</v>`;

const inline = (style: number, text: string | undefined): Cell =>
  text === undefined || text === ''
    ? EMPTY
    : ` s="${style}" t="inlineStr"><is><t xml:space="preserve">${toXmlText(text)}</t></is>`;
