import type { PeriodBook } from './period-book.js';
import type { SeenMessage } from './seen-message.js';
import { countOwn, sight, type Sighting } from './sighting.js';

/** A period that has some messages of a reading, and where it has them. */
export interface Owner {
  readonly book: PeriodBook;
  readonly sighting: Sighting;
}

/** The periods with this status that have some of the messages, the one that has most first. */
export const ownersOf = (
  messages: readonly SeenMessage[],
  status: PeriodBook['status'],
  periods: readonly PeriodBook[],
): Owner[] =>
  periods
    .filter((book) => book.status === status)
    .map((book) => ({
      book,
      sighting: sight(
        messages,
        book,
        periods.filter((other) => other !== book),
      ),
    }))
    .filter(({ sighting }) => countOwn(sighting) > 0)
    .toSorted((a, b) => countOwn(b.sighting) - countOwn(a.sighting));
