import { NumberColumn } from './number-column.js';

/**
 * Blocks of 4,096 rows: smaller than those of numbers, because a block that runs out of bytes is
 * copied as a whole.
 */
const BLOCK_BITS = 12;
const BLOCK_ROWS = 2 ** BLOCK_BITS;
const FIRST_BYTES = 1024;

/** latin1 for columns of ASCII; utf16le for any text, so that lone surrogates survive. */
const BYTES_PER_UNIT = { latin1: 1, utf16le: 2 } as const;

/**
 * Strings by row, kept as bytes: a million string objects would keep the garbage collector busy.
 */
export class StringColumn {
  private readonly blocks: Buffer[] = [];
  /** For each row, the byte offset in its block at which its string ends. */
  private readonly ends = new NumberColumn((capacity) => new Uint32Array(capacity));

  constructor(private readonly encoding: keyof typeof BYTES_PER_UNIT) {}

  append(text: string): void {
    const row = this.ends.length;
    const start = this.startOf(row);
    const end = start + text.length * BYTES_PER_UNIT[this.encoding];
    const current = this.blocks[blockOf(row)];
    const block = current && end <= current.length ? current : this.grow(row, end, current);
    if (end > start) block.write(text, start, this.encoding);
    this.ends.append(end);
  }

  /** The string of a row; empty if there is no such row. */
  at(row: number): string {
    return this.blocks[blockOf(row)]?.toString(this.encoding, this.startOf(row), this.ends.at(row)) ?? '';
  }

  /** UTF-16 code units of the row's string. */
  lengthAt(row: number): number {
    return (this.ends.at(row) - this.startOf(row)) / BYTES_PER_UNIT[this.encoding];
  }

  private startOf(row: number): number {
    return row % BLOCK_ROWS === 0 ? 0 : this.ends.at(row - 1);
  }

  /**
   * Makes a block of at least `end` bytes. It replaces `full` at twice its size; a new block gets a
   * quarter more bytes than the previous one used.
   */
  private grow(row: number, end: number, full: Buffer | undefined): Buffer {
    const usedBefore = row === 0 ? 0 : this.ends.at(row - 1);
    const bytes = full ? 2 * full.length : Math.max(FIRST_BYTES, usedBefore + (usedBefore >>> 2));
    const block = Buffer.alloc(Math.max(bytes, end));
    full?.copy(block);
    this.blocks[blockOf(row)] = block;
    return block;
  }
}

const blockOf = (row: number): number => row >>> BLOCK_BITS;
