/**
 * The low 16 bits of a row number are its offset in the block (65,536 rows a block). The column
 * grows by whole blocks, so that it never copies the blocks it already has.
 */
const BLOCK_BITS = 16;
const BLOCK_ROWS = 2 ** BLOCK_BITS;
/**
 * Rows that the first block starts with. It doubles up to {@link BLOCK_ROWS}: most periods are
 * small.
 */
const FIRST_CAPACITY = 32;

const blockOf = (row: number): number => row >>> BLOCK_BITS;
const offsetOf = (row: number): number => row & (BLOCK_ROWS - 1);

type NumberArray = Float64Array | Int32Array | Uint32Array;

/**
 * Numbers by row, in typed arrays. `allocate` makes an array of a given capacity, and so decides
 * the type of the numbers.
 */
export class NumberColumn<Block extends NumberArray = Float64Array> {
  private readonly blocks: Block[] = [];
  length = 0;

  constructor(private readonly allocate: (capacity: number) => Block) {}

  append(value: number): void {
    const row = this.length;
    const offset = offsetOf(row);
    const block = this.blocks[blockOf(row)];
    if (block && offset < block.length) block[offset] = value;
    else this.grow(row, block)[offset] = value;
    this.length = row + 1;
  }

  /** The number of a row; NaN if there is no such row. */
  at(row: number): number {
    return row < this.length ? (this.blocks[blockOf(row)]?.[offsetOf(row)] ?? NaN) : NaN;
  }

  /**
   * Makes a block with capacity for `row`: a new one, or one of twice the capacity that replaces
   * `full`.
   */
  private grow(row: number, full: Block | undefined): Block {
    const block = this.allocate(full ? 2 * full.length : row === 0 ? FIRST_CAPACITY : BLOCK_ROWS);
    if (full) block.set(full);
    this.blocks[blockOf(row)] = block;
    return block;
  }
}
