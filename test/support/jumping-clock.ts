import type { RequestListener } from 'node:http';
import { afterEach, beforeEach, jest } from '@jest/globals';

/** Milliseconds of all jumps so far. Services outlive a test, and their clock never goes back. */
let jumped = 0;

/** Lets so many milliseconds pass at once. */
export const jump = (ms: number): void => {
  jumped += ms;
  jest.advanceTimersByTime(ms);
};

/**
 * For a describe block: timeouts, `Date.now()` and `performance.now()` go by a clock that runs as time does, and jumps where a test lets it. So
 * what takes too long takes no time, and what is healthy has all the time it needs, however slow the machine is.
 */
export const useJumpingClock = (): void => {
  beforeEach(() => {
    const [now, monotonic] = [Date.now.bind(Date), performance.now.bind(performance)];
    jest.spyOn(Date, 'now').mockImplementation(() => now() + jumped);
    jest.spyOn(performance, 'now').mockImplementation(() => monotonic() + jumped);
    jest.useFakeTimers({
      advanceTimers: true,
      doNotFake: [
        'Date',
        'hrtime',
        'performance',
        'nextTick',
        'queueMicrotask',
        'setImmediate',
        'clearImmediate',
        'setInterval',
        'clearInterval',
      ],
    });
  });
  afterEach(() => {
    jest.useRealTimers();
    jest.restoreAllMocks();
  });
};

/** Lets no time pass until the test ends, but for its jumps: what a busy machine takes long for takes none. */
export const holdClock = (): void => {
  const [now, monotonic, jumpedBefore] = [Date.now(), performance.now(), jumped];
  jest.spyOn(Date, 'now').mockImplementation(() => now + jumped - jumpedBefore);
  jest.spyOn(performance, 'now').mockImplementation(() => monotonic + jumped - jumpedBefore);
};

/** Turns of the event loop in which what was answered before arrives and is read: loopback takes one, a busy machine some more. */
const TURNS = 20;

/** Answers so, and lets so many milliseconds pass once what was answered has arrived. */
export const thenPassing =
  (ms: number, answer: RequestListener): RequestListener =>
  (request, response) => {
    answer(request, response);
    afterTurns(TURNS, () => jump(ms));
  };

const afterTurns = (turns: number, then: () => void): void => {
  if (turns === 0) then();
  else setImmediate(() => afterTurns(turns - 1, then));
};

/** Answers so after so many milliseconds. */
export const afterPassing =
  (ms: number, answer: RequestListener): RequestListener =>
  (request, response) => {
    jump(ms);
    answer(request, response);
  };
