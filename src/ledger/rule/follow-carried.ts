import { isEqual, minus, plus, ZERO } from '../../pricing/index.js';
import type { Correction } from './adjustment.js';
import type { Change } from './change.js';
import { NthNumbers } from './nth-numbers.js';
import type { CarriedMessage, PeriodBook } from './period-book.js';
import { priceByOwnCard } from './price-by-own-card.js';
import type { Reading } from './reading.js';
import type { ReadingCards } from './reading-cards.js';
import { revisionOf } from './revision.js';
import { creditsOf, type SeenMessage } from './seen-message.js';

/** What messages of earlier periods that come again do there. */
export interface Following {
  readonly changes: readonly Change[];
  readonly corrections: readonly Correction[];
}

const REASON = 'upstream sends this message of a closed period at another price';
const AUTHOR = 'ledger';

/**
 * Messages of earlier periods that a reading still has: in grace their line is revised; of a closed
 * period the difference in price, if any, is booked in the period `bookedIn`.
 */
export const followCarried = (
  carried: readonly CarriedMessage[],
  periods: readonly PeriodBook[],
  reading: ReadingCards & Pick<Reading, 'textCreditsBy'>,
  bookedIn: string,
): Following => {
  const books = new Map(periods.map((book) => [book.id, book]));
  const changes: Change[] = [];
  const corrections: Correction[] = [];
  for (const { period, entry, message } of carried) {
    const book = books.get(period);
    const line = book?.line(entry);
    const priced = line && priceByOwnCard(line, message, reading);
    if (!book || !priced) continue;
    if (book.status === 'closed') corrections.push(...correctionOf(book, entry, priced, bookedIn));
    else changes.push(...revisionOf(book, entry, priced, line.rateCard, new NthNumbers(book)));
  }
  return { changes, corrections };
};

/**
 * The difference to the sealed price and its earlier corrections; none where the price is the same.
 */
const correctionOf = (book: PeriodBook, entry: number, message: SeenMessage, bookedIn: string): Correction[] => {
  const line = book.line(entry);
  const was = plus(creditsOf(line.message), book.corrected.get(entry) ?? ZERO);
  const now = creditsOf(message);
  if (isEqual(was, now)) return [];
  const refers = { period: book.id, entry, messageId: line.message.id, nth: line.nth };
  const difference = minus(now, was);
  return [{ kind: 'correction', bookedIn, refers, was, now, difference, reason: REASON, author: AUTHOR }];
};
