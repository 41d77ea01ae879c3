/**
 * Reads lines of CSV cell by cell, without quotes. Splitting each line would make a string of every
 * cell, and most are not looked at.
 */
export class CellCursor {
  /** `at`: where the first line begins. */
  constructor(
    private readonly csv: string,
    private at: number,
  ) {}

  get isAtEnd(): boolean {
    return this.at >= this.csv.length;
  }

  /** Reads a cell that is not the last of its line. Throws a RangeError if no cell follows it. */
  cell(): string {
    const start = this.at;
    this.skip(1);
    return this.csv.slice(start, this.at - 1);
  }

  /** Reads the last cell of a line, and goes to the next line. Throws a RangeError if the line has no end. */
  lastCell(): string {
    const start = this.at;
    this.skipLine();
    return this.csv.slice(start, this.at - 1);
  }

  skip(cells: number): void {
    for (let skipped = 0; skipped < cells; skipped += 1) this.at = this.after(',');
  }

  skipLine(): void {
    this.at = this.after('\n');
  }

  private after(separator: string): number {
    const index = this.csv.indexOf(separator, this.at);
    if (index < 0) throw new RangeError('a line that ends too early');
    return index + 1;
  }
}
