import { describe, expect, it } from '@jest/globals';
import { play, sumsOf } from '../../../test/support/ledger-history.js';

describe('the end of the grace', () => {
  it.each([
    ['has not come a minute before', ['1@0', '+1 2@720', '+71.99 2@720'], '2024-04-29 grace 1, 2024-05-29 open 1'],
    [
      'has come to the hour, and a repeated answer closes',
      ['1@0', '+1 2@720', '+72 2@720'],
      '2024-04-29 closed 1, 2024-05-29 open 1',
    ],
    [
      'lets the reading that closes revise the period first',
      ['1@0', '2@720', '+72 1@0=3 2@720'],
      '2024-04-29 closed 3, 2024-05-29 open 1',
    ],
  ])('%s', (_, steps, sums) => expect(sumsOf(play(steps).state)).toBe(sums));

  it('without a grace is the next successful reading after the roll-over', () => {
    const steps = ['1@0', '2@720', '2@720'];
    expect([2, 3].map((count) => sumsOf(play(steps.slice(0, count), 0).state))).toEqual([
      '2024-04-29 grace 1, 2024-05-29 open 1',
      '2024-04-29 closed 1, 2024-05-29 open 1',
    ]);
  });

  it('comes to the older period first, even if a clock that went back has the later one due before it', () => {
    const steps = ['1@0', '+1000 2@720', '+-1000 3@1440', '+80 3@1440'];
    const { state } = play(steps);
    expect(sumsOf(state)).toBe('2024-04-29 grace 1, 2024-05-29 grace 1, 2024-06-28 open 1');
  });
});
