/*
 * Speed trick: sums up lines byte by byte, without a string or an object for each.
 * Replaces: `readLines`, which reads the same lines when one of them is asked for.
 * Gain: bench row 9, the fold of a month of readings: two thirds of its time, and 180 MB.
 * Drop it: if the fold holds its target without it.
 * Held by added-lines.spec.ts.
 */

/** Length of the only form of a timestamp that a scan takes: `2024-04-29T02:08:29.375Z`. */
export const TIMESTAMP_LENGTH = 24;

const [PLUS, MINUS, COMMA, POINT, ZERO, NINE] = [0x2b, 0x2d, 0x2c, 0x2e, 0x30, 0x39];
const [LINE_FEED, SIX, UPPER_T, UPPER_Z] = [0x0a, 0x36, 0x54, 0x5a];
/** The most digits that a cell may have: every number of up to 15 digits is a safe integer. */
const DIGITS_MAX = 15;
/** Decimal places of the amounts that are taken. */
const SCALE = 4;

/**
 * Sums up the lines of a document that add lines of its first period, all present, one after
 * another: see `toChangeLine` for their cells.
 */
export class AddedLineScan {
  readonly scale = SCALE;
  /** Number of the first line in its period, and how many there are. */
  entry = 0;
  count = 0;
  /** The sum of what the texts cost that no report prices, in units of 10^-`scale` credits. */
  textUnits = 0;
  /** How many lines a report version prices, by its index. */
  readonly reports: number[] = [];
  /** Whether a rate card priced a line, by its index. */
  readonly cards: boolean[] = [];
  /** Where the timestamps of the earliest and latest message begin. */
  earliestAt = 0;
  latestAt = 0;
  private at: number;
  /** Set once a cell is not as it must be. */
  private isOther = false;

  constructor(
    private readonly bytes: Uint8Array,
    start: number,
    private readonly end: number,
  ) {
    this.at = start;
  }

  /** Whether the lines, to the end, are all of the kind that a scan takes. Reads them. */
  isDone(): boolean {
    while (this.at < this.end && !this.isOther) this.takeLine();
    return !this.isOther && this.at === this.end && this.count > 0 && Number.isSafeInteger(this.textUnits);
  }

  private takeLine(): void {
    this.expect(PLUS);
    this.expect(COMMA);
    this.expect(ZERO);
    this.expect(COMMA);
    const entry = this.wholeNumber();
    if (this.count === 0) this.entry = entry;
    this.isOther ||= entry !== this.entry + this.count;
    // No cause, nth, and a card; no absence, and an id.
    this.expect(COMMA);
    this.wholeNumber();
    this.cards[this.wholeNumber()] = true;
    this.expect(COMMA);
    this.wholeNumber();
    this.takeTimestamp();
    this.skipTo(COMMA);
    const report = this.bytes[this.at] === COMMA ? undefined : this.wholeNumber();
    if (report === undefined) this.at += 1;
    const units = this.amount();
    if (report === undefined) this.textUnits += units;
    else this.reports[report] = (this.reports[report] ?? 0) + 1;
    this.skipTo(LINE_FEED);
    this.count += 1;
  }

  private expect(byte: number): void {
    if (this.bytes[this.at] !== byte) this.isOther = true;
    this.at += 1;
  }

  private skipTo(separator: number): void {
    const { bytes, end } = this;
    let { at } = this;
    while (at < end && bytes[at] !== COMMA && bytes[at] !== LINE_FEED) at += 1;
    this.at = at;
    this.expect(separator);
  }

  /** Reads a cell that is a whole number; 0 if it is none, or too long. */
  private wholeNumber(): number {
    const start = this.at;
    const number = this.digits();
    const length = this.at - start;
    this.expect(COMMA);
    if (length > 0 && length <= DIGITS_MAX) return number;
    this.isOther = true;
    return 0;
  }

  private digits(before = 0): number {
    const { bytes } = this;
    let { at } = this;
    let number = before;
    for (; ; at += 1) {
      const byte = bytes[at] ?? 0;
      if (byte < ZERO || byte > NINE) break;
      number = number * 10 + byte - ZERO;
    }
    this.at = at;
    return number;
  }

  /** Reads a decimal cell in units of 10^-{@link SCALE}; 0 if it is none, or too long. */
  private amount(): number {
    const isNegative = this.bytes[this.at] === MINUS;
    if (isNegative) this.at += 1;
    const start = this.at;
    let units = this.digits();
    let places = 0;
    this.isOther ||= this.at === start;
    if (this.bytes[this.at] === POINT) {
      this.at += 1;
      const point = this.at;
      units = this.digits(units);
      places = this.at - point;
      this.isOther ||= places === 0 || places > SCALE;
    }
    this.isOther ||= this.at - start + SCALE - places > DIGITS_MAX;
    this.expect(COMMA);
    if (this.isOther) return 0;
    for (; places < SCALE; places += 1) units *= 10;
    return isNegative ? -units : units;
  }

  /** Timestamps of this form are in the order of their bytes; a leap second would not be. */
  private takeTimestamp(): void {
    const { bytes, at } = this;
    const isOfForm =
      bytes[at + 10] === UPPER_T &&
      bytes[at + 17] !== SIX &&
      bytes[at + 19] === POINT &&
      bytes[at + 23] === UPPER_Z &&
      bytes[at + TIMESTAMP_LENGTH] === COMMA;
    this.isOther ||= !isOfForm;
    if (this.count === 0) this.earliestAt = this.latestAt = at;
    else if (this.compare(at, this.latestAt) > 0) this.latestAt = at;
    else if (this.compare(at, this.earliestAt) < 0) this.earliestAt = at;
    this.at += TIMESTAMP_LENGTH + 1;
  }

  private compare(a: number, b: number): number {
    const { bytes } = this;
    for (let index = 0; index < TIMESTAMP_LENGTH; index += 1) {
      const difference = (bytes[a + index] ?? 0) - (bytes[b + index] ?? 0);
      if (difference !== 0) return difference;
    }
    return 0;
  }
}
