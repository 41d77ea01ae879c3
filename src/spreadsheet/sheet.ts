import type { TimeSlice } from '../time/time-slice.js';
import type { Cell } from './cell.js';
import { ROWS_MAX } from './rows-max.js';
import { TooManyRowsError } from './too-many-rows.error.js';

/** A sheet of a workbook: a table, with or without rows above it. */
export interface Sheet {
  /** Without the characters that a sheet's name cannot have, and in quotes in no formula. */
  readonly name: string;
  /** The width of each column of the table, in characters. */
  readonly widths: readonly number[];
  /** Number of the row, from 1, that is the head of the table. It stays in view, and has filters. */
  readonly headRow: number;
  /** Every row, that of the head included. */
  readonly rows: Iterable<readonly Cell[]> | AsyncIterable<readonly Cell[]>;
}

/** UTF-16 code units after which a chunk is complete. */
const CHUNK_LENGTH_MIN = 65_536;

/** The part of a sheet in a workbook, written once. */
export class SheetPart {
  private lastRow = 0;

  constructor(readonly sheet: Sheet) {}

  /**
   * Writes the part as UTF-8 chunks of at least 64 KiB, and yields to other work in between. Throws a
   * TooManyRowsError if there are more than {@link ROWS_MAX} rows, and whatever reading the rows throws.
   */
  async *chunks(timeSlice: TimeSlice): AsyncGenerator<Buffer> {
    let text = startOf(this.sheet);
    for await (const row of this.sheet.rows) {
      this.lastRow += 1;
      if (this.lastRow > ROWS_MAX) throw new TooManyRowsError();
      text += toRow(row, this.lastRow);
      if (text.length < CHUNK_LENGTH_MIN) continue;
      yield Buffer.from(text);
      text = '';
      await timeSlice.yieldIfSpent();
    }
    yield Buffer.from(`${text}</sheetData><autoFilter ref="${this.table.replaceAll('$', '')}"/></worksheet>`);
  }

  /** The cells of the table, such as `$A$1:$H$111`; known once the part is written. */
  get table(): string {
    const { widths, headRow } = this.sheet;
    return `$A$${headRow}:$${columnName(widths.length - 1)}$${Math.max(this.lastRow, headRow)}`;
  }
}

const startOf = ({ widths, headRow }: Sheet): string =>
  [
    '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n',
    '<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetViews>',
    `<sheetView workbookViewId="0"><pane ySplit="${headRow}" topLeftCell="A${headRow + 1}" activePane="bottomLeft" state="frozen"/>`,
    '</sheetView></sheetViews><cols>',
    ...widths.map((width, index) => `<col min="${index + 1}" max="${index + 1}" width="${width}" customWidth="1"/>`),
    '</cols><sheetData>',
  ].join('');

const toRow = (cells: readonly Cell[], number: number): string => {
  let text = `<row r="${number}">`;
  for (const [index, cell] of cells.entries())
    if (cell !== '') text += `<c r="${columnName(index)}${number}"${cell}</c>`;
  return `${text}</row>`;
};

/** The letter of a column, from 0. */
export const columnName = (index: number): string => String.fromCharCode(0x41 + index);
