import { applyReading } from './apply-reading.js';
import type { Change } from './change.js';
import type { Absence } from './line.js';
import { ownersOf } from './owners-of.js';
import type { PeriodBook } from './period-book.js';
import type { Reading } from './reading.js';
import type { ReadingCards } from './reading-cards.js';

/**
 * What a late answer of an earlier period adds to it: messages that came between the last reading
 * of that period and its end. They go to the period in grace that has most of the reading; an old
 * answer removes and revises nothing.
 */
export const pastAdditions = (
  periods: readonly PeriodBook[],
  reading: ReadingCards & Pick<Reading, 'messages'>,
  absence: Absence,
  graceMs: number,
): Change[] => {
  const [best] = ownersOf(reading.messages, 'grace', periods);
  if (!best) return [];
  const { changes } = applyReading(best.book, best.sighting, reading, absence, graceMs);
  return changes.filter(({ op }) => op === 'added');
};
