/**
 * What makes a cell need quotes: a separator of some spreadsheet, a quote, a line end, or a
 * formula.
 */
const NEEDS_QUOTES = /[",;\t\r\n|]/;

/**
 * The start of a text that a spreadsheet would run as a formula; the last four characters are the
 * full-width forms of East Asian keyboards. A cell may also begin within one of ours: in a
 * spreadsheet that separates by another character than the comma, our quotes are in the middle of a
 * cell and do not protect it.
 */
const FORMULA_START = /(?<=^|[;\t\r\n|])(?=[=+\-@\t\r\uFF1D\uFF0B\uFF0D\uFF20])/g;

/**
 * Begins a CSV file that people open by a double click: without it, Excel reads UTF-8 as the code
 * page of the machine, and shows `PrÃ©cis` for `Précis`.
 */
export const CSV_BOM = '\uFEFF';

/** A line of CSV (RFC 4180) of formatted cells: numbers as they are, texts by {@link csvText}. */
export const csvLine = (cells: readonly string[]): string => `${cells.join(',')}\r\n`;

/**
 * Formats a text as a CSV cell, quoted if necessary; empty for `undefined`. An apostrophe goes
 * before each start of a formula; otherwise the text is unchanged.
 */
export const csvText = (text = ''): string => {
  const defused = text.replace(FORMULA_START, "'");
  return defused !== text || NEEDS_QUOTES.test(text) ? `"${defused.replaceAll('"', '""')}"` : text;
};
