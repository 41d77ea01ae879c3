import { addMessage, type MessageTotal } from '../period/report-totals.js';
import type { TimeSlice } from '../time/time-slice.js';
import type { Bill, Share } from './bill.js';

/** A share that rows are still added to. */
type OpenShare = Share & MessageTotal;

/**
 * Adds up rows of a bill by the report that they name. Their cost is then a sum over few reports,
 * not over many rows.
 */
export class Tally {
  /**
   * Index 0 is for messages that name no report; a report's index is one more than in
   * {@link Bill.namedReports}.
   */
  private readonly byReport: (OpenShare | undefined)[];
  private shares: OpenShare[] = [];

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
   * Returns the shares of the rows added since the last call, in the order of first occurrence, and
   * starts over.
   */
  takeShares(): readonly Share[] {
    const { shares } = this;
    for (const { reportIndex } of shares) this.byReport[reportIndex + 1] = undefined;
    this.shares = [];
    return shares;
  }

  private addRow(row: number): void {
    const reportIndex = this.bill.reportIndex(row);
    addMessage(this.byReport[reportIndex + 1] ?? this.newShare(reportIndex), this.bill.textUnits(row));
  }

  private newShare(reportIndex: number): OpenShare {
    const share = { reportIndex, messages: 0, textUnits: 0 };
    this.byReport[reportIndex + 1] = share;
    this.shares.push(share);
    return share;
  }
}
