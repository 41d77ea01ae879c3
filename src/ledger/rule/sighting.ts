import { pairByIdentity, UNPAIRED } from './pair-by-identity.js';
import type { CarriedMessage, PeriodBook } from './period-book.js';
import type { SeenMessage } from './seen-message.js';

/** Where the messages of a reading are known from. */
export interface Sighting {
  readonly messages: readonly SeenMessage[];
  /** For each message the entry of its line in the open period, or {@link UNPAIRED}. */
  readonly own: Int32Array;
  /** The messages that earlier periods bill, in upstream's order. */
  readonly carried: readonly CarriedMessage[];
  /** Rows of the messages that no period has. */
  readonly unknown: readonly number[];
}

/**
 * Looks each message up by identity: first in the open period, then in the earlier ones, the newest
 * first.
 */
export const sight = (
  messages: readonly SeenMessage[],
  open: PeriodBook | undefined,
  earlier: readonly PeriodBook[],
): Sighting => {
  const own = open ? pairByIdentity(messages, open.index) : new Int32Array(messages.length).fill(UNPAIRED);
  let unknown: number[] = [];
  own.forEach((entry, row) => {
    if (entry === UNPAIRED) unknown.push(row);
  });
  const carried: CarriedMessage[] = [];
  for (const { id, index } of earlier) {
    const rest = messagesAt(messages, unknown);
    const pairing = pairByIdentity(
      rest.map(({ message }) => message),
      index,
    );
    rest.forEach(({ row, message }, position) => {
      const entry = pairing[position] ?? UNPAIRED;
      if (entry !== UNPAIRED) carried.push({ row, period: id, entry, message });
    });
    unknown = unknown.filter((_, position) => pairing[position] === UNPAIRED);
  }
  return { messages, own, carried: carried.toSorted((a, b) => a.row - b.row), unknown };
};

/** How many messages of the reading the open period has. */
export const countOwn = ({ messages, carried, unknown }: Sighting): number =>
  messages.length - carried.length - unknown.length;

/** The messages in these rows, each with its row. */
export const messagesAt = (
  messages: readonly SeenMessage[],
  rows: readonly number[],
): { readonly row: number; readonly message: SeenMessage }[] => {
  const found: { readonly row: number; readonly message: SeenMessage }[] = [];
  for (const row of rows) {
    const message = messages[row];
    if (message) found.push({ row, message });
  }
  return found;
};
