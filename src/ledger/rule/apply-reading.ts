import type { Change } from './change.js';
import { isLive, type Absence, type Line } from './line.js';
import { NthNumbers } from './nth-numbers.js';
import { UNPAIRED } from './pair-by-identity.js';
import { pairLeftovers } from './pair-leftovers.js';
import type { PeriodBook } from './period-book.js';
import { cardAt, type ReadingCards } from './reading-cards.js';
import { revisionOf } from './revision.js';
import { messagesAt, type Sighting } from './sighting.js';

/**
 * What applying a reading to the open period does, and the period's order in upstream afterwards.
 */
export interface Application {
  readonly changes: readonly Change[];
  /** Entries of the lines that the reading has, in its order. */
  readonly order: readonly number[];
}

/**
 * The open period follows upstream: what is new is added, what differs is revised, what is gone is
 * marked and stays billed, what is there again comes back. Messages that earlier periods bill are
 * left out.
 */
export const applyReading = (
  book: PeriodBook,
  { messages, own, unknown }: Sighting,
  cards: ReadingCards,
  absence: Absence,
  graceMs: number,
): Application => {
  const entries = own.slice();
  const isSeen = new Uint8Array(book.length);
  for (const entry of own) if (entry !== UNPAIRED) isSeen[entry] = 1;
  const goneBy = (isEligible: (line: Line) => boolean): number[] => {
    const gone: number[] = [];
    for (let entry = 0; entry < isSeen.length; entry += 1)
      if (!isSeen[entry] && isEligible(book.line(entry))) gone.push(entry);
    return gone;
  };
  const leftovers = goneBy((line) => isLive(line, absence.atMs, graceMs));
  const edits = pairLeftovers(
    messagesAt(messages, unknown).map(({ row, message }) => ({ at: row, message })),
    leftovers.map((entry) => ({ at: entry, message: book.line(entry).message })),
  );
  for (const [row, entry] of edits) {
    entries[row] = entry;
    isSeen[entry] = 1;
  }

  const numbers = new NthNumbers(book);
  const changes: Change[] = [];
  for (let row = 0; row < messages.length; row += 1) {
    const message = messages[row];
    const entry = entries[row] ?? UNPAIRED;
    if (message && entry !== UNPAIRED)
      changes.push(...revisionOf(book, entry, message, cardAt(cards, message), numbers));
  }
  let added = book.length;
  for (const { row, message } of messagesAt(messages, unknown)) {
    if (edits.has(row)) continue;
    entries[row] = added;
    const line = { nth: numbers.take(message.id), message, rateCard: cardAt(cards, message) };
    changes.push({ op: 'added', period: book.id, entry: added, line });
    added += 1;
  }
  for (const entry of goneBy(({ missingSince }) => missingSince === undefined))
    changes.push({ op: 'missing', period: book.id, entry, since: absence });
  const order: number[] = [];
  for (const entry of entries) if (entry !== UNPAIRED) order.push(entry);
  return { changes, order };
};
