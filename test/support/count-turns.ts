import { jest } from '@jest/globals';

/**
 * How often work gives way to others, and what it results in: every look at the clock is a millisecond after the one before, as if
 * each step of the work took as long. Work that never gives way counts 0.
 */
export const countTurns = async <Result>(
  work: () => Promise<Result>,
): Promise<{ readonly turns: number; readonly result: Result }> => {
  let now = Math.ceil(performance.now());
  let turns = 0;
  const clock = jest.spyOn(performance, 'now').mockImplementation(() => (now += 1));
  const others = jest.spyOn(globalThis, 'setImmediate').mockImplementation(((goOn: () => void) => {
    turns += 1;
    queueMicrotask(goOn);
  }) as never);
  try {
    return { result: await work(), turns };
  } finally {
    clock.mockRestore();
    others.mockRestore();
  }
};
