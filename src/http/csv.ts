/** What a cell is quoted for: the separator, a quote or the end of a line. */
const QUOTED = /[",\r\n]/;

/** What a spreadsheet runs a cell for that begins with it; the last four are the wide ones of East Asian keyboards. */
const FORMULA = /^[=+\-@\t\r\uFF1D\uFF0B\uFF0D\uFF20]/;

/** A line of CSV (RFC 4180) of cells that are written already: numbers as they are, texts by {@link csvText}. */
export const csvLine = (cells: readonly string[]): string => `${cells.join(',')}\r\n`;

/** A text as a cell, with an apostrophe before what a spreadsheet would run as a formula; empty where there is none. */
export const csvText = (text = ''): string => {
  const isFormula = FORMULA.test(text);
  const defused = isFormula ? `'${text}` : text;
  return QUOTED.test(text) ? `"${defused.replaceAll('"', '""')}"` : defused;
};
