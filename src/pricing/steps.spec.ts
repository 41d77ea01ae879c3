import { describe, expect, it } from '@jest/globals';

import { endsStep, finish, ELEMENTS_PER_STEP, type Steps, toSteps } from './steps.js';

function* countTo(last: number): Steps<number> {
  for (let count = 1; count < last; count += 1) yield;
  return last;
}

describe('work in steps', () => {
  it.each([1, 2, 100])('runs to its end without a pause: %d steps', (steps) => {
    expect(finish(countTo(steps))).toBe(steps);
  });

  it.each([undefined, null, 0, 'x', { credits: 1 }, [1, 2]])('may be a finished result: %j', (result) => {
    expect(finish(result)).toBe(result);
    expect(toSteps(result).next()).toEqual({ done: true, value: result });
  });

  it('pauses after every few thousand elements of a loop', () => {
    const ends = Array.from({ length: 3 * ELEMENTS_PER_STEP }, (_, index) => index).filter(endsStep);
    expect(ends).toEqual([ELEMENTS_PER_STEP - 1, 2 * ELEMENTS_PER_STEP - 1, 3 * ELEMENTS_PER_STEP - 1]);
  });
});
