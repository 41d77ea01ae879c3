/** What a cell is quoted for: a separator of some spreadsheet, a quote, the end of a line, or a {@link FORMULA_START}. */
const QUOTED = /[",;\t\r\n|]/;

/**
 * Before what a spreadsheet runs a cell for that begins with it; the last four are the wide ones of East Asian keyboards. A
 * cell may begin inside of one of ours: where another character than the comma separates, our quotes are in the middle of a
 * cell and count for nothing.
 */
const FORMULA_START = /(?<=^|[;\t\r\n|])(?=[=+\-@\t\r\uFF1D\uFF0B\uFF0D\uFF20])/g;

/** A line of CSV (RFC 4180) of cells that are written already: numbers as they are, texts by {@link csvText}. */
export const csvLine = (cells: readonly string[]): string => `${cells.join(',')}\r\n`;

/**
 * A text as a cell, to the letter but for an apostrophe before each formula that a spreadsheet would make of it; empty where
 * there is none.
 */
export const csvText = (text = ''): string => {
  const defused = text.replace(FORMULA_START, "'");
  return defused !== text || QUOTED.test(text) ? `"${defused.replaceAll('"', '""')}"` : text;
};
