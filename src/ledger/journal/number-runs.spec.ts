import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { fromRuns, toRuns } from './number-runs.js';

describe('runs of numbers', () => {
  it.each([
    { numbers: [], runs: [] },
    { numbers: [7], runs: [[7, 7]] },
    { numbers: [0, 1, 2, 3], runs: [[0, 3]] },
    { numbers: [3, 2, 1, 0], runs: [[3, 0]] },
    {
      numbers: [0, 1, 2, 1, 0, 9],
      runs: [
        [0, 2],
        [1, 0],
        [9, 9],
      ],
    },
    {
      numbers: [4, 4],
      runs: [
        [4, 4],
        [4, 4],
      ],
    },
  ])('$numbers are $runs', ({ numbers, runs }) => expect(toRuns(numbers)).toEqual(runs));

  it('stand for the same numbers', () => {
    fc.assert(fc.property(fc.array(fc.nat(8)), (numbers) => expect(fromRuns(toRuns(numbers))).toEqual(numbers)));
  });
});
