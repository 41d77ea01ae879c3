import { NumberColumn } from './number-column.js';

/** The low 12 bits of a row number count within a block: 4,096 rows, few, because a block that is too small is copied whole. */
const BLOCK_BITS = 12;
const BLOCK_ROWS = 2 ** BLOCK_BITS;
const FIRST_BYTES = 1024;

/** latin1 for columns of ASCII; utf16le for any text, because it keeps lone surrogates. */
const BYTES_PER_UNIT = { latin1: 1, utf16le: 2 } as const;

/** Strings by row, kept as bytes: a million string objects would keep the garbage collector busy. */
export class StringColumn {
  private readonly blocks: Buffer[] = [];
  /** The byte offset, in its block, at which each row ends. */
  private readonly ends = new NumberColumn((capacity) => new Uint32Array(capacity));

  constructor(private readonly encoding: keyof typeof BYTES_PER_UNIT) {}

  append(text: string): void {
    const row = this.ends.length;
    const start = this.startOf(row);
    const end = start + text.length * BYTES_PER_UNIT[this.encoding];
    const current = this.blocks[blockOf(row)];
    const block = current && end <= current.length ? current : this.grow(row, end, current);
    block.write(text, start, this.encoding);
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

  /** Makes a block with at least `end` bytes: twice the size of `full`, which it replaces, or a quarter more than the last block used. */
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
