import { compareCredits, type Credits, minus, ZERO } from '../pricing/index.js';
import { toAmount } from '../usage/amount.js';
import type { Bill } from '../usage/bill.js';
import type { ComparedCreditsDto, ComparedMessageDto, ComparedMessagesDto } from './comparison.dto.js';

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

export const totalOf = ({ baseline, candidate }: ComparedBills, rows: Uint32Array): ComparedCreditsDto =>
  compared(baseline.total(rows), candidate.total(rows));

export const changesOf = (bills: ComparedBills): Changes => {
  const { baseline, candidate } = bills;
  const top: Change[] = [];
  let [dearer, cheaper] = [0, 0];
  for (let row = 0; row < baseline.length; row += 1) {
    const difference = minus(candidate.credits(row), baseline.credits(row));
    const direction = compareCredits(difference, ZERO);
    if (direction === 0) continue;
    if (direction > 0) dearer += 1;
    else cheaper += 1;
    insert(top, { row, magnitude: direction > 0 ? difference : minus(ZERO, difference) });
  }
  return {
    messages: { dearer, cheaper, unchanged: baseline.length - dearer - cheaper },
    top: top.map(({ row }) => ({
      message_id: baseline.messageId(row),
      ...compared(baseline.credits(row), candidate.credits(row)),
    })),
  };
};

/** By how much the price of a row changes, up or down. */
interface Change {
  readonly row: number;
  readonly magnitude: Credits;
}

/** Keeps the {@link TOP} largest, in their order; what changes as much stays in upstream's. */
const insert = (top: Change[], change: Change): void => {
  let place = top.length;
  while (place > 0 && isLarger(change, top[place - 1])) place -= 1;
  if (place >= TOP) return;
  top.splice(place, 0, change);
  top.length = Math.min(top.length, TOP);
};

const isLarger = (change: Change, other: Change | undefined): boolean =>
  other !== undefined && compareCredits(change.magnitude, other.magnitude) > 0;

const compared = (baseline: Credits, candidate: Credits): ComparedCreditsDto => ({
  baseline: toAmount(baseline),
  candidate: toAmount(candidate),
  difference: toAmount(minus(candidate, baseline)),
});
