const COMMA = 0x2c;
const LINE_FEED = 0x0a;
const ZERO = 0x30;
const MINUS = 0x2d;
const POINT = 0x2e;

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

  /**
   * Reads a decimal as a whole number of 10^-`scale`. Returns undefined, and stays where it is, if it
   * has more decimal places. Throws a RangeError if the cell is no decimal, if it is the last of its
   * line, or if the number is not a safe integer.
   */
  units(scale: number): number | undefined {
    const { csv, at: start } = this;
    const isNegative = csv.charCodeAt(start) === MINUS;
    let at = isNegative ? start + 1 : start;
    let [units, point] = [0, -1];
    const first = at;
    for (; ; at += 1) {
      const digit = csv.charCodeAt(at) - ZERO;
      if (digit >= 0 && digit <= 9) units = units * 10 + digit;
      else if (csv.charCodeAt(at) === POINT && point < 0 && at > first) point = at;
      else break;
    }
    const places = point < 0 ? 0 : at - point - 1;
    if (places > scale) return undefined;
    units *= 10 ** (scale - places);
    if (at === first || at === point + 1 || csv.charCodeAt(at) !== COMMA || !Number.isSafeInteger(units))
      throw new RangeError('a cell that is no decimal, or too large');
    this.at = at + 1;
    return isNegative ? -units : units;
  }

  /** Skips cells that are not the last of their line. Throws a RangeError if no cell follows them. */
  skip(cells: number): void {
    for (let skipped = 0; skipped < cells; skipped += 1) this.skipTo(COMMA);
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
