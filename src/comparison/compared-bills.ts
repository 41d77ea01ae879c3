import { type Credits, minus, toCredits } from '../pricing/index.js';
import { addMessage, type MessageTotal } from '../period/report-totals.js';
import type { TimeSlice } from '../time/time-slice.js';
import { toAmount } from '../billing/amount.js';
import { type ComparedBills, type ComparedShare, ComparedTally } from './compared-shares.js';
import type { ComparedCreditsDto, ComparedMessageDto, ComparedMessagesDto } from './comparison.dto.js';
import { type Change, LargestChanges } from './largest-changes.js';
import { textDifference } from './text-difference.js';

/** Messages that a comparison lists by name, in each direction. */
const TOP_LENGTH = 10;

/** The messages whose price changes. */
export interface Changes {
  readonly messages: ComparedMessagesDto;
  /** What the dearer messages cost more, and what the cheaper ones cost less: 0 or below. */
  readonly increases: Credits;
  readonly decreases: Credits;
  /** Those whose price changes most, largest first: at most {@link TOP_LENGTH} in each direction. */
  readonly top: ComparedMessageDto[];
}

/** Sums what rows cost by both rate cards. */
export class ComparedTotals {
  private readonly tally: ComparedTally;

  constructor(private readonly bills: ComparedBills) {
    this.tally = new ComparedTally(bills);
  }

  async sum(rows: Uint32Array, timeSlice: TimeSlice): Promise<ComparedCreditsDto> {
    return compareShares(this.bills, await this.tally.sharesOf(rows, timeSlice));
  }
}

/** What all messages of these shares cost by both rate cards. */
export const compareShares = (
  { baseline, candidate }: ComparedBills,
  shares: readonly ComparedShare[],
): ComparedCreditsDto =>
  toComparedCredits(
    baseline.creditsOf(shares.map(({ before }) => before)),
    candidate.creditsOf(shares.map(({ after }) => after)),
  );

/** Compares the price of each message by both rate cards. */
export const findChanges = async (bills: ComparedBills, timeSlice: TimeSlice): Promise<Changes> => {
  const { baseline, candidate } = bills;
  const differenceOf = textDifference(baseline, candidate);
  const [dearer, cheaper] = [new Direction(), new Direction()];
  await timeSlice.forRows(baseline.messages.length, (start, end) => {
    for (let row = start; row < end; row += 1) {
      if (baseline.basis(row) === 'report') continue;
      const change = differenceOf(row);
      if (change > 0) dearer.add(row, change);
      else if (change < 0) cheaper.add(row, change);
    }
  });
  const scale = Math.max(baseline.scale, candidate.scale);
  const [up, down] = [dearer.total, cheaper.total];
  return {
    messages: {
      dearer: up.messages,
      cheaper: down.messages,
      unchanged: baseline.messages.length - up.messages - down.messages,
    },
    increases: toCredits(up.textUnits, scale),
    decreases: toCredits(down.textUnits, scale),
    top: dearer.top
      .with(cheaper.top, (a, b) => a - b)
      .map((row) => ({
        message_id: baseline.messages.id(row),
        ...toComparedCredits(baseline.credits(row), candidate.credits(row)),
      })),
  };
};

/** The rows whose price changes in one direction: how many, by how much together, and the largest. */
class Direction {
  readonly total: MessageTotal = { messages: 0, textUnits: 0 };
  readonly top = new LargestChanges<number>(TOP_LENGTH);

  add(row: number, change: Change): void {
    this.top.insert(row, change);
    if (typeof change === 'number') return addMessage(this.total, change);
    this.total.messages += 1;
    this.total.textUnits = BigInt(this.total.textUnits) + change;
  }
}

const toComparedCredits = (baseline: Credits, candidate: Credits): ComparedCreditsDto => ({
  baseline: toAmount(baseline),
  candidate: toAmount(candidate),
  difference: toAmount(minus(candidate, baseline)),
});
