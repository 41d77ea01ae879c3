import { describe, expect, it } from '@jest/globals';

import { endsStep, finish, STEP, type Steps, stepsOf } from './steps.js';

function* countTo(last: number): Steps<number> {
  for (let count = 1; count < last; count += 1) yield;
  return last;
}

describe('work in steps', () => {
  it.each([1, 2, 100])('is done at once by who does not pause: %d steps', (steps) => {
    expect(finish(countTo(steps))).toBe(steps);
  });

  it.each([undefined, null, 0, 'x', { credits: 1 }, [1, 2]])('may be done already: %j', (result) => {
    expect(finish(result)).toBe(result);
    expect(stepsOf(result).next()).toEqual({ done: true, value: result });
  });

  it('pauses after every few thousand elements', () => {
    const ends = Array.from({ length: 3 * STEP }, (_, index) => index).filter(endsStep);
    expect(ends).toEqual([STEP - 1, 2 * STEP - 1, 3 * STEP - 1]);
  });
});
