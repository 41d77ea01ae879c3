import type { Bill, Share } from '../billing/bill.js';
import { Tally } from '../billing/tally.js';
import type { TimeSlice } from '../time/time-slice.js';

/**
 * Bills of one period by two rate cards. Only rows priced by text can differ: a report costs the
 * same by every card.
 */
export interface ComparedBills {
  readonly baseline: Bill;
  readonly candidate: Bill;
}

/** Messages that name the same report, or none, as they add up by both cards. */
export interface ComparedShare {
  readonly before: Share;
  readonly after: Share;
}

/** Adds up rows of two bills of one period by the report that they name. */
export class ComparedTally {
  private readonly baseline: Tally;
  private readonly candidate: Tally;

  constructor(bills: ComparedBills) {
    this.baseline = new Tally(bills.baseline);
    this.candidate = new Tally(bills.candidate);
  }

  /** The shares of these rows, in the order of first occurrence. Yields to other work in between. */
  async sharesOf(rows: Uint32Array, timeSlice: TimeSlice): Promise<ComparedShare[]> {
    await this.baseline.addRows(rows, timeSlice);
    await this.candidate.addRows(rows, timeSlice);
    const shares = this.candidate.takeShares();
    // Both bills name the same reports in the same rows, so their shares are in the same order.
    return this.baseline.takeShares().flatMap((before, index) => {
      const after = shares[index];
      return after ? [{ before, after }] : [];
    });
  }
}
