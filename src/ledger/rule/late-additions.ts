import type { Change } from './change.js';
import { lateMessages } from './late-messages.js';
import type { Absence } from './line.js';
import { NthNumbers } from './nth-numbers.js';
import type { PeriodBook } from './period-book.js';
import type { Reading } from './reading.js';
import { cardAt, type ReadingCards } from './reading-cards.js';

/**
 * The messages that came too late for their own period, as lines of the open one. They count as
 * missing, because an old answer has them and the newest has not; nothing else changes.
 */
export const lateAdditions = (
  open: PeriodBook,
  periods: readonly PeriodBook[],
  reading: ReadingCards & Pick<Reading, 'messages'>,
  missingSince: Absence,
  graceMs: number,
): Change[] => {
  const numbers = new NthNumbers(open);
  return lateMessages(periods, reading.messages, missingSince.atMs, graceMs).map((message, index) => ({
    op: 'added',
    period: open.id,
    entry: open.length + index,
    line: { nth: numbers.take(message.id), message, rateCard: cardAt(reading, message), missingSince },
  }));
};
