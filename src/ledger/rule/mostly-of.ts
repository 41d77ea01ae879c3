import type { PeriodBook } from './period-book.js';
import type { SeenMessage } from './seen-message.js';
import { countOwn, sight, type Sighting } from './sighting.js';

/**
 * The period with this status that has most of the messages, and where it has them; undefined if
 * none has any.
 */
export const mostlyOf = (
  messages: readonly SeenMessage[],
  status: PeriodBook['status'],
  periods: readonly PeriodBook[],
): { readonly book: PeriodBook; readonly sighting: Sighting } | undefined => {
  const [best] = periods
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
  return best;
};
