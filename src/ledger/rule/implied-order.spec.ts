import { describe, expect, it } from '@jest/globals';
import { play } from '../../../test/support/ledger-history.js';

/**
 * Entries in upstream's order after these readings, and whether the last reading had to write it
 * down.
 */
const orderOf = (steps: readonly string[]) => {
  const { state, entries } = play(steps);
  const last = entries.at(-1);
  return { order: state.open?.order, isWritten: last?.kind === 'reading' && last.judgement.order !== undefined };
};

describe("upstream's order", () => {
  it.each([
    ['is implied where upstream appends', ['1-3@0', '1-4@0'], [0, 1, 2, 3], false],
    ['is implied where upstream drops', ['1-3@0', '1@0 3@2'], [0, 2], false],
    ['is written where a message is put in between', ['1-3@0', '1@0 9@5 2-3@1'], [0, 3, 1, 2], true],
    ['is written where it alone changes', ['1-3@0', '3@2 1-2@0'], [2, 0, 1], true],
    ['is written where a message comes back in its old place', ['1-3@0', '2-3@1', '1-3@0'], [0, 1, 2], true],
  ])('%s', (_, steps, order, isWritten) => expect(orderOf(steps)).toEqual({ order, isWritten }));
});
