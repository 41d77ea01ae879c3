/**
 * Control characters (C0, DEL, C1), line and paragraph separators, and the controls of
 * bidirectional text.
 */
const CONTROLS = /[\p{Cc}\u2028\u2029\u202A-\u202E\u2066-\u2069]/gu;

/** Every line end that Unicode defines. */
const LINE_ENDS = /\r\n|[\n\v\f\r\u0085\u2028\u2029]/;

/**
 * Makes a text of others safe within one line of a receipt: replaces whatever could end the line,
 * or reorder what it shows, by U+FFFD. Otherwise a report named
 * `A\n- Base cost: 1.00, which makes 999.00.` would add a line.
 */
export const toOneLine = (text: string): string => text.replace(CONTROLS, '\uFFFD');

/**
 * Makes a text of others safe as lines of a receipt: indents all but the first, so that none reads
 * as a line of the receipt.
 */
export const indentLines = (text: string): string => text.split(LINE_ENDS).map(toOneLine).join('\n  ');
