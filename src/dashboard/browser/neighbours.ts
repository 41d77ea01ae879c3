import type { Listing } from './listing.js';

/** Where a message stands in the table. */
export interface Neighbours {
  /** From 1. */
  readonly position: number;
  /** How many messages match the filters. */
  readonly messages: number;
  /** The message above; `undefined` at the top. */
  readonly previous?: number | undefined;
  /** The message below; `undefined` after the last row that the table has. */
  readonly next?: number | undefined;
}

/**
 * The neighbours of a message in the order of the table; `undefined` if the table does not have it.
 * An id that occurs more than once has one receipt, so its rows count as one.
 */
export const findNeighbours = (listing: Listing | undefined, id: number): Neighbours | undefined => {
  const { entries = [], totals } = listing ?? {};
  const index = entries.findIndex(({ message_id: message }) => message === id);
  if (index === -1 || !totals) return undefined;
  return {
    position: index + 1,
    messages: totals.messages,
    previous: entries[index - 1]?.message_id,
    next: entries.slice(index).find(({ message_id: message }) => message !== id)?.message_id,
  };
};
