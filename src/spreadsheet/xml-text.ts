/** UTF-16 code units that a cell of a spreadsheet can hold. */
const LENGTH_MAX = 32_767;

/**
 * Control characters but tab and line feed, and two that are none: XML 1.0 cannot have most of them,
 * and its readers turn a carriage return into a line feed.
 */
const NOT_IN_XML = /[^\P{Cc}\t\n]|[\uFFFE\uFFFF]/gu;

/** A text that reads as one of the escapes below. */
const ESCAPE = /_(?=x[0-9A-Fa-f]{4}_)/g;

/**
 * Writes a text as the content of a spreadsheet's cell, cut to the 32,767 UTF-16 code units that a
 * cell can hold. What XML cannot have becomes `_x0001_` (ECMA-376, ST_Xstring), which spreadsheets
 * read as that character.
 */
export const toXmlText = (text: string): string =>
  text
    .slice(0, LENGTH_MAX)
    .replace(ESCAPE, '_x005F_')
    .replace(NOT_IN_XML, (unit) => `_x${unit.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}_`)
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;');
