import { StringColumn } from './string-column.js';

/**
 * UTF-16 code units of text kept for one period (8 MiB). Beyond that, callers that need texts read
 * the period again.
 */
const TEXT_UNITS_MAX = 4 * 2 ** 20;

/**
 * The texts of a period's messages by row. Drops all of them once they exceed
 * {@link TEXT_UNITS_MAX}.
 */
export class MessageTexts {
  private column: StringColumn | undefined = new StringColumn('utf16le');
  private length = 0;

  get areDropped(): boolean {
    return this.column === undefined;
  }

  append(text: string): void {
    this.length += text.length;
    if (this.length > TEXT_UNITS_MAX) this.column = undefined;
    this.column?.append(text);
  }

  /** The text of a row; empty if texts are dropped. */
  at(row: number): string {
    return this.column?.at(row) ?? '';
  }

  /** UTF-16 code units of the row's text; 0 if texts are dropped. */
  lengthAt(row: number): number {
    return this.column?.lengthAt(row) ?? 0;
  }
}
