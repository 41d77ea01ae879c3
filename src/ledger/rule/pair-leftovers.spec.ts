import { describe, expect, it } from '@jest/globals';
import { readingOf } from '../../../test/support/ledger-history.js';
import { type Leftover, pairLeftovers } from './pair-leftovers.js';

const leftovers = (list: string): Leftover[] => readingOf(list).messages.map((message, at) => ({ at, message }));

describe('the pairing of what identity left over', () => {
  it.each([
    ['by id, whatever the instant', '7@1', '7@2', [[0, 0]]],
    ['by instant, whatever the id', '7@1', '8@1', [[0, 0]]],
    [
      'by id before instant',
      '7@1 8@2',
      '8@1 7@5',
      [
        [0, 1],
        [1, 0],
      ],
    ],
    ['not by an id that two have', '7@1 7@2', '7@5', []],
    ['not by an instant that two lines have', '7@1', '8@1 9@1', []],
    ['not at all where nothing is alike', '7@1', '8@2', []],
    ['not with nothing', '7@1', '-', []],
  ])('pairs %s', (_, seen, lines, expected) => {
    expect([...pairLeftovers(leftovers(seen), leftovers(lines))]).toEqual(expected);
  });
});
