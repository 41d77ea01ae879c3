import { blockOf, Column, placeInBlock } from './column.js';

const FIRST_BYTES = 4096;

/** Timestamps by their rows, to the letter. RFC 3339 is ASCII: a byte for each character, and no string for each of a million. */
export class TimestampColumn {
  private readonly blocks: Buffer[] = [];
  /** Where each ends in its block. */
  private readonly ends = new Column((rows) => new Uint32Array(rows));
  private length = 0;

  push(timestamp: string): void {
    const row = this.length;
    const start = this.startOf(row);
    const end = start + timestamp.length;
    const block = this.blocks[blockOf(row)];
    if (block && end <= block.length) block.write(timestamp, start, 'latin1');
    else this.roomFor(row, end, block).write(timestamp, start, 'latin1');
    this.ends.push(end);
    this.length = row + 1;
  }

  at(row: number): string {
    return this.blocks[blockOf(row)]?.toString('latin1', this.startOf(row), this.ends.at(row)) ?? '';
  }

  private startOf(row: number): number {
    return placeInBlock(row) === 0 ? 0 : this.ends.at(row - 1);
  }

  /** A block for the row: a new one, or a larger one in the place of `full`. The last one was as large as this will be. */
  private roomFor(row: number, end: number, full: Buffer | undefined): Buffer {
    const before = this.blocks[blockOf(row) - 1];
    const bytes = full ? 2 * full.length : (before?.length ?? FIRST_BYTES);
    const block = Buffer.alloc(Math.max(bytes, end));
    full?.copy(block);
    this.blocks[blockOf(row)] = block;
    return block;
  }
}
