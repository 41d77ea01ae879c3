import type { IdentityIndex } from './identity-index.js';
import { isSameContent, type SeenMessage } from './seen-message.js';

/** Stands in a pairing for a message that has no partner. */
export const UNPAIRED = -1;

/**
 * For each message the entry of the index with its id and instant, or {@link UNPAIRED}; no entry is
 * given twice. Where upstream repeats id and instant, equal content goes first, so that an edit of
 * one copy is not taken for an edit of the other.
 */
export const pairByIdentity = (messages: readonly SeenMessage[], index: IdentityIndex): Int32Array => {
  const pairing = new Int32Array(messages.length).fill(UNPAIRED);
  const taken = new Uint8Array(index.length);
  const pairWhere = (fits: (candidate: SeenMessage, message: SeenMessage) => boolean): void => {
    messages.forEach((message, row) => {
      if (pairing[row] !== UNPAIRED) return;
      const entry = index.find(message, (candidate) => !taken[candidate] && fits(index.at(candidate), message));
      if (entry === undefined) return;
      pairing[row] = entry;
      taken[entry] = 1;
    });
  };
  pairWhere(isSameContent);
  pairWhere(() => true);
  return pairing;
};
