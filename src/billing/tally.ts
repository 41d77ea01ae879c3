import type { TimeSlice } from '../time/time-slice.js';
import type { Bill, Share } from './bill.js';

/**
 * Adds up rows of a bill by the report that they name. Their cost is then a sum over few reports,
 * not over many rows.
 */
export class Tally {
  /**
   * Index 0 is for messages that name no report; a report's index is one more than in
   * {@link Bill.namedReports}.
   */
  private readonly byReport: (Sum | undefined)[];
  private sums: Sum[] = [];

  constructor(private readonly bill: Bill) {
    this.byReport = Array.from({ length: bill.namedReports.length + 1 });
  }

  /** Adds these rows. Yields to other work in between. */
  async addRows(rows: Uint32Array, timeSlice: TimeSlice): Promise<void> {
    await timeSlice.forRows(rows.length, (start, end) => {
      for (let index = start; index < end; index += 1) this.addRow(rows[index] ?? 0);
    });
  }

  /**
   * Returns the sums of the rows added since the last call, in the order of first occurrence, and
   * starts over.
   */
  takeShares(): readonly Share[] {
    const { sums } = this;
    for (const { reportIndex } of sums) this.byReport[reportIndex + 1] = undefined;
    this.sums = [];
    return sums;
  }

  private addRow(row: number): void {
    const reportIndex = this.bill.reportIndex(row);
    const sum = this.byReport[reportIndex + 1] ?? this.newSum(reportIndex);
    sum.add(this.bill.textUnits(row));
  }

  private newSum(reportIndex: number): Sum {
    const sum = new Sum(reportIndex);
    this.byReport[reportIndex + 1] = sum;
    this.sums.push(sum);
    return sum;
  }
}

/**
 * A sum that uses a number while it is a safe integer, because adding bigints is slow, and moves it
 * to a bigint then.
 */
class Sum implements Share {
  messages = 0;
  private pending = 0;
  private moved = 0n;

  constructor(readonly reportIndex: number) {}

  get textUnits(): number | bigint {
    return this.moved === 0n ? this.pending : this.moved + BigInt(this.pending);
  }

  add(textUnits: number): void {
    this.messages += 1;
    if (this.pending + textUnits <= Number.MAX_SAFE_INTEGER) {
      this.pending += textUnits;
      return;
    }
    this.moved += BigInt(this.pending);
    this.pending = textUnits;
  }
}
