/** Rows of a block are told by so many bits of a row: 65,536. A column grows by blocks, so that none of a million rows is copied. */
const BLOCK_BITS = 16;
const BLOCK_ROWS = 2 ** BLOCK_BITS;
/** The first block is small at first, as most periods are. */
const FIRST_ROWS = 128;

/** Which block a row is in, and where in it. */
const blockOf = (row: number): number => row >>> BLOCK_BITS;
const placeInBlock = (row: number): number => row & (BLOCK_ROWS - 1);

type Numbers = Float64Array | Int32Array | Uint32Array;

/** Numbers by their rows, in as many bytes as `make` gives each. */
export class Column<Block extends Numbers = Float64Array> {
  private readonly blocks: Block[] = [];
  length = 0;

  constructor(private readonly make: (rows: number) => Block) {}

  push(value: number): void {
    const row = this.length;
    const place = placeInBlock(row);
    const block = this.blocks[blockOf(row)];
    if (block && place < block.length) block[place] = value;
    else this.roomFor(row, block)[place] = value;
    this.length = row + 1;
  }

  /** Forgets the numbers and keeps their room: a body may have thousands of short lists, of which the last counts. */
  clear(): void {
    this.length = 0;
  }

  /** NaN where there is no such row. */
  at(row: number): number {
    return row < this.length ? (this.blocks[blockOf(row)]?.[placeInBlock(row)] ?? NaN) : NaN;
  }

  /** A block for the row: a new one, or a larger one in the place of `full`. */
  private roomFor(row: number, full: Block | undefined): Block {
    const block = this.make(full ? 2 * full.length : row === 0 ? FIRST_ROWS : BLOCK_ROWS);
    if (full) block.set(full);
    this.blocks[blockOf(row)] = block;
    return block;
  }
}
