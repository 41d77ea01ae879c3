import { Column } from './number-column.js';

/** Which block a row is in its higher bits tell: 4096 rows each, few, since a block that is too small is copied in one go. */
const BLOCK_BITS = 12;
const BLOCK_ROWS = 2 ** BLOCK_BITS;
const FIRST_BYTES = 4096;

/** What holds every string to the code unit: one byte for each where all are ASCII, and else two, which no half of a pair is lost in. */
const BYTES_A_UNIT = { latin1: 1, utf16le: 2 } as const;

/** Strings by their rows, to the letter, as bytes: no string for each of a million rows, which would make the garbage collector's work. */
export class StringColumn {
  private readonly blocks: Buffer[] = [];
  /** Where each ends in its block. */
  private readonly ends = new Column((rows) => new Uint32Array(rows));

  constructor(private readonly encoding: keyof typeof BYTES_A_UNIT) {}

  push(text: string): void {
    const row = this.ends.length;
    const start = this.startOf(row);
    const end = start + text.length * BYTES_A_UNIT[this.encoding];
    const block = this.blocks[blockOf(row)];
    const room = block && end <= block.length ? block : this.roomFor(row, end, block);
    room.write(text, start, this.encoding);
    this.ends.push(end);
  }

  /** Forgets the strings and keeps their room. */
  clear(): void {
    this.ends.clear();
  }

  at(row: number): string {
    return this.blocks[blockOf(row)]?.toString(this.encoding, this.startOf(row), this.ends.at(row)) ?? '';
  }

  /** UTF-16 code units of the string. */
  lengthAt(row: number): number {
    return (this.ends.at(row) - this.startOf(row)) / BYTES_A_UNIT[this.encoding];
  }

  private startOf(row: number): number {
    return row % BLOCK_ROWS === 0 ? 0 : this.ends.at(row - 1);
  }

  /** A block for the row: a larger one in the place of `full`, or a new one with room for a quarter more than the last one has. */
  private roomFor(row: number, end: number, full: Buffer | undefined): Buffer {
    const before = row === 0 ? 0 : this.ends.at(row - 1);
    const bytes = full ? 2 * full.length : Math.max(FIRST_BYTES, before + (before >>> 2));
    const block = Buffer.alloc(Math.max(bytes, end));
    full?.copy(block);
    this.blocks[blockOf(row)] = block;
    return block;
  }
}

const blockOf = (row: number): number => row >>> BLOCK_BITS;
