import { type Credits, minus } from '../pricing/index.js';
import type { TimeSlice } from '../time/time-slice.js';
import { toAmount } from '../billing/amount.js';
import type { Bill } from '../billing/bill.js';
import { Tally } from '../billing/tally.js';
import type { ComparedCreditsDto, ComparedMessageDto, ComparedMessagesDto } from './comparison.dto.js';
import { differenceOfTexts } from './difference-of-texts.js';

/** How many messages are named whose price changes most. */
const TOP = 20;

/** The same period by two cards. Reports cost the same by every card: only rows that are priced by their text can change. */
export interface ComparedBills {
  readonly baseline: Bill;
  readonly candidate: Bill;
}

/** What is said of the messages: how many change, and those whose price changes most, the largest change first. */
export interface Changes {
  readonly messages: ComparedMessagesDto;
  readonly top: ComparedMessageDto[];
}

/** Adds up what rows cost by both cards. */
export class ComparedTotals {
  private readonly baseline: Tally;
  private readonly candidate: Tally;

  constructor(private readonly bills: ComparedBills) {
    this.baseline = new Tally(bills.baseline);
    this.candidate = new Tally(bills.candidate);
  }

  async of(rows: Uint32Array, timeSlice: TimeSlice): Promise<ComparedCreditsDto> {
    await this.baseline.add(rows, timeSlice);
    await this.candidate.add(rows, timeSlice);
    const { baseline, candidate } = this.bills;
    return compared(baseline.creditsOf(this.baseline.take()), candidate.creditsOf(this.candidate.take()));
  }
}

export const changesOf = async (bills: ComparedBills, timeSlice: TimeSlice): Promise<Changes> => {
  const { baseline, candidate } = bills;
  const differenceOf = differenceOfTexts(baseline, candidate);
  const top: Change[] = [];
  let [dearer, cheaper] = [0, 0];
  await timeSlice.forRows(baseline.messages.length, (start, end) => {
    for (let row = start; row < end; row += 1) {
      if (baseline.basis(row) === 'report') continue;
      const moved = differenceOf(row);
      if (moved > 0) dearer += 1;
      else if (moved < 0) cheaper += 1;
      else continue;
      insert(top, { row, magnitude: moved > 0 ? moved : -moved });
    }
  });
  return {
    messages: { dearer, cheaper, unchanged: baseline.messages.length - dearer - cheaper },
    top: top.map(({ row }) => ({
      message_id: baseline.messages.id(row),
      ...compared(baseline.credits(row), candidate.credits(row)),
    })),
  };
};

/** By how much the price of a row changes, up or down, in units. */
interface Change {
  readonly row: number;
  readonly magnitude: number | bigint;
}

/** Keeps the {@link TOP} largest, in their order; what changes as much stays in upstream's. */
const insert = (top: Change[], change: Change): void => {
  let index = top.length;
  while (index > 0 && change.magnitude > (top[index - 1]?.magnitude ?? 0)) index -= 1;
  if (index >= TOP) return;
  top.splice(index, 0, change);
  top.length = Math.min(top.length, TOP);
};

const compared = (baseline: Credits, candidate: Credits): ComparedCreditsDto => ({
  baseline: toAmount(baseline),
  candidate: toAmount(candidate),
  difference: toAmount(minus(candidate, baseline)),
});
