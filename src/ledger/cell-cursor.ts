const COMMA = 0x2c;
const LINE_FEED = 0x0a;
const ZERO = 0x30;

/**
 * Reads lines of CSV cell by cell, without quotes. Splitting each line would make a string of every
 * cell, and most are numbers, or not looked at.
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
    this.skipTo(COMMA);
    return this.csv.slice(start, this.at - 1);
  }

  /** Reads the last cell of a line, and goes to the next line. Throws a RangeError if it is not the last. */
  lastCell(): string {
    const start = this.at;
    this.skipTo(LINE_FEED);
    return this.csv.slice(start, this.at - 1);
  }

  /**
   * Reads a cell that is a whole number of at most 2^53 and not the last of its line. Throws a
   * RangeError for anything else.
   */
  wholeNumber(): number {
    const start = this.at;
    let number = 0;
    for (; ; this.at += 1) {
      const digit = this.csv.charCodeAt(this.at) - ZERO;
      if (!(digit >= 0 && digit <= 9)) break;
      number = number * 10 + digit;
    }
    if (this.at === start || !Number.isSafeInteger(number)) throw new RangeError('a cell that is no whole number');
    this.skipTo(COMMA);
    return number;
  }

  /** Skips a cell that is not the last of its line. Throws a RangeError if no cell follows it. */
  skip(): void {
    this.skipTo(COMMA);
  }

  private skipTo(separator: number): void {
    const { csv } = this;
    for (let { at } = this; at < csv.length; at += 1) {
      const unit = csv.charCodeAt(at);
      if (unit !== COMMA && unit !== LINE_FEED) continue;
      if (unit !== separator) break;
      this.at = at + 1;
      return;
    }
    throw new RangeError('a line that has more or fewer cells');
  }
}
