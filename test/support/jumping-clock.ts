import type { RequestListener } from 'node:http';
import { afterEach, beforeEach, jest } from '@jest/globals';

/** Milliseconds of all jumps so far. Services outlive a test, and their clock never goes back. */
let jumped = 0;

/** Moves the clock of {@link useJumpingClock} forward by `ms` milliseconds at once, and fires the timers that are due. */
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
    setClocks(Date.now.bind(Date), performance.now.bind(performance));
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

/**
 * Stops the clock of {@link useJumpingClock} until the test ends: only {@link jump} moves it, so that a slow machine does not
 * change how much time passes.
 */
export const holdClock = (): void => {
  const [now, monotonic] = [Date.now() - jumped, performance.now() - jumped];
  setClocks(
    () => now,
    () => monotonic,
  );
};

/** Makes both clocks show what these return, plus all jumps. */
const setClocks = (now: () => number, monotonic: () => number): void => {
  jest.spyOn(Date, 'now').mockImplementation(() => now() + jumped);
  jest.spyOn(performance, 'now').mockImplementation(() => monotonic() + jumped);
};

/** Turns of the event loop in which what was answered before arrives and is read: loopback takes one, a busy machine some more. */
const TURNS = 20;

/** Answers with `answer`, and lets `ms` milliseconds pass once the answer has arrived. */
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

/** Lets `ms` milliseconds pass, then answers with `answer`. */
export const afterPassing =
  (ms: number, answer: RequestListener): RequestListener =>
  (request, response) => {
    jump(ms);
    answer(request, response);
  };
