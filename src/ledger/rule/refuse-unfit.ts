import { isEqual, plus } from '../../pricing/index.js';
import type { Adjustment, PersonalAdjustment } from './adjustment.js';
import type { PeriodBook } from './period-book.js';

/** The ledger that an adjustment comes to. */
interface Books {
  readonly adjustments: readonly Adjustment[];
  readonly open: PeriodBook | undefined;
  readonly period: (id: string) => PeriodBook;
}

/**
 * Throws a RangeError if an adjustment does not follow from the ledger as it stands: it is not the
 * next, its period is not open, or its line came to something else.
 */
export const refuseUnfit = (books: Books, { number, bookedIn, line, difference }: PersonalAdjustment): void => {
  if (number !== books.adjustments.length + 1) throw new RangeError(`adjustment ${number} is not the next`);
  if (bookedIn !== books.open?.id) throw new RangeError(`adjustment ${number} is booked in a period that is not open`);
  if (!line) return;
  const was = books.period(line.refers.period).charged(line.refers.entry);
  if (!isEqual(line.was, was) || !isEqual(line.now, plus(was, difference)))
    throw new RangeError(`adjustment ${number} states another amount of its message`);
};
