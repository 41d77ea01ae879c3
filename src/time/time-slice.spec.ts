import { describe, expect, it } from '@jest/globals';
import { countTurns } from '../../test/support/count-turns.js';
import { mapInTimeSlices } from './map-in-time-slices.js';
import { TimeSlice } from './time-slice.js';

function* work(steps: number): Generator<void, string> {
  for (let step = 1; step < steps; step += 1) yield;
  return 'done';
}

describe('TimeSlice', () => {
  it.each([1, 2, 50])('yields at each pause at which the slice is spent: %d steps', async (steps) => {
    expect(await countTurns(() => new TimeSlice().finish(work(steps)))).toEqual({ result: 'done', turns: steps - 1 });
  });

  it('rejects with the error that a step throws', async () => {
    const failing = (function* (): Generator<void, string> {
      yield;
      throw new Error('no such step');
    })();

    await expect(new TimeSlice().finish(failing)).rejects.toThrow('no such step');
  });
});

describe('mapInTimeSlices', () => {
  it('yields between the elements of a list', async () => {
    const doubled = () => mapInTimeSlices([1, 2, 3], (number) => 2 * number);

    expect(await countTurns(doubled)).toEqual({ result: [2, 4, 6], turns: 3 });
  });

  it('transforms the elements of a list one after the other', async () => {
    const order: string[] = [];
    const both = await mapInTimeSlices(['a', 'b'], async (name) => {
      order.push(`${name} begins`);
      await Promise.resolve();
      order.push(`${name} ends`);
      return name.toUpperCase();
    });

    expect(both).toEqual(['A', 'B']);
    expect(order).toEqual(['a begins', 'a ends', 'b begins', 'b ends']);
  });
});
