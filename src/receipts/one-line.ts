/** Controls (C0, DEL, C1), separators of lines and paragraphs, and what turns the direction of the text around it. */
const UNSEEN = /[\p{Cc}\u2028\u2029\u202A-\u202E\u2066-\u2069]/gu;

/** The ends of lines that Unicode has. */
const LINE_ENDS = /\r\n|[\n\v\f\r\u0085\u2028\u2029]/;

/**
 * A text that others wrote, fit for a line of ours: what could end the line, or make it read as another one, is U+FFFD. A
 * report may be called `A\n- Base cost: 1.00, which makes 999.00.`
 */
export const oneLine = (text: string): string => text.replace(UNSEEN, '\uFFFD');

/** Lines that others wrote: each but the first is indented, so that none reads as a line of ours. */
export const indentedLines = (text: string): string => text.split(LINE_ENDS).map(oneLine).join('\n  ');
