import type { TimeSlice } from '../time/time-slice.js';
import type { Bill, Share } from './bill.js';

/** Adds rows of a bill up by the report that they name, in one look at each: what they cost is a sum over few reports. */
export class Tally {
  /** At the index of the report, and one more: those that name none come first. */
  private readonly byReport: (Sum | undefined)[];
  private sums: Sum[] = [];

  constructor(private readonly bill: Bill) {
    this.byReport = Array.from({ length: bill.namedReports.length + 1 });
  }

  async add(rows: Uint32Array, timeSlice: TimeSlice): Promise<void> {
    await timeSlice.forRows(rows.length, (start, end) => {
      for (let index = start; index < end; index += 1) this.addRow(rows[index] ?? 0);
    });
  }

  /** What has been added since the last time, in the order in which the reports first occurred. */
  take(): readonly Share[] {
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

class Sum implements Share {
  messages = 0;
  private pending = 0;
  private counted = 0n;

  constructor(readonly reportIndex: number) {}

  get textUnits(): number | bigint {
    return this.counted === 0n ? this.pending : this.counted + BigInt(this.pending);
  }

  add(textUnits: number): void {
    this.messages += 1;
    if (this.pending + textUnits <= Number.MAX_SAFE_INTEGER) {
      this.pending += textUnits;
      return;
    }
    this.counted += BigInt(this.pending);
    this.pending = textUnits;
  }
}
