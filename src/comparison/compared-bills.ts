import { type Credits, minus } from '../pricing/index.js';
import type { TimeSlice } from '../time/time-slice.js';
import { toAmount } from '../billing/amount.js';
import type { Bill } from '../billing/bill.js';
import { Tally } from '../billing/tally.js';
import type { ComparedCreditsDto, ComparedMessageDto, ComparedMessagesDto } from './comparison.dto.js';
import { textDifference } from './text-difference.js';

/** Messages that a comparison lists by name. */
const TOP_LENGTH = 20;

/**
 * Bills of one period by two rate cards. Only rows priced by text can differ: a report costs the
 * same by every card.
 */
export interface ComparedBills {
  readonly baseline: Bill;
  readonly candidate: Bill;
}

/** The messages whose price changes. */
export interface Changes {
  readonly messages: ComparedMessagesDto;
  /** Those whose price changes most, the largest change first; at most {@link TOP_LENGTH}. */
  readonly top: ComparedMessageDto[];
}

/** Sums what rows cost by both rate cards. */
export class ComparedTotals {
  private readonly baseline: Tally;
  private readonly candidate: Tally;

  constructor(private readonly bills: ComparedBills) {
    this.baseline = new Tally(bills.baseline);
    this.candidate = new Tally(bills.candidate);
  }

  async sum(rows: Uint32Array, timeSlice: TimeSlice): Promise<ComparedCreditsDto> {
    await this.baseline.addRows(rows, timeSlice);
    await this.candidate.addRows(rows, timeSlice);
    const { baseline, candidate } = this.bills;
    return toComparedCredits(
      baseline.creditsOf(this.baseline.takeShares()),
      candidate.creditsOf(this.candidate.takeShares()),
    );
  }
}

/** Compares the price of each message by both rate cards. */
export const findChanges = async (bills: ComparedBills, timeSlice: TimeSlice): Promise<Changes> => {
  const { baseline, candidate } = bills;
  const differenceOf = textDifference(baseline, candidate);
  const top: Change[] = [];
  let [dearer, cheaper] = [0, 0];
  await timeSlice.forRows(baseline.messages.length, (start, end) => {
    for (let row = start; row < end; row += 1) {
      if (baseline.basis(row) === 'report') continue;
      const change = differenceOf(row);
      if (change > 0) dearer += 1;
      else if (change < 0) cheaper += 1;
      else continue;
      insert(top, { row, magnitude: change > 0 ? change : -change });
    }
  });
  return {
    messages: { dearer, cheaper, unchanged: baseline.messages.length - dearer - cheaper },
    top: top.map(({ row }) => ({
      message_id: baseline.messages.id(row),
      ...toComparedCredits(baseline.credits(row), candidate.credits(row)),
    })),
  };
};

interface Change {
  readonly row: number;
  /** By how much the price changes, up or down, in units. */
  readonly magnitude: number | bigint;
}

/**
 * Inserts a change if it is among the {@link TOP_LENGTH} largest. Equal changes keep upstream's
 * order.
 */
const insert = (top: Change[], change: Change): void => {
  let index = top.length;
  while (index > 0 && change.magnitude > (top[index - 1]?.magnitude ?? 0)) index -= 1;
  if (index >= TOP_LENGTH) return;
  top.splice(index, 0, change);
  top.length = Math.min(top.length, TOP_LENGTH);
};

const toComparedCredits = (baseline: Credits, candidate: Credits): ComparedCreditsDto => ({
  baseline: toAmount(baseline),
  candidate: toAmount(candidate),
  difference: toAmount(minus(candidate, baseline)),
});
