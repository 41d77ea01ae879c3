import type { RequestListener } from 'node:http';
import { afterEach, beforeEach, jest } from '@jest/globals';

/**
 * For a describe block: timeouts and `performance.now()` go by a clock that runs as time does, and jumps where a test lets it. So
 * what takes too long takes no time, and what is healthy has all the time it needs, however slow the machine is.
 */
export const useJumpingClock = (): void => {
  beforeEach(() => {
    jest.useFakeTimers({
      advanceTimers: true,
      doNotFake: ['Date', 'hrtime', 'nextTick', 'queueMicrotask', 'setImmediate', 'clearImmediate', 'setInterval'],
    });
  });
  afterEach(() => {
    jest.useRealTimers();
  });
};

/** Answers so, and lets so many milliseconds pass once what was answered has arrived: loopback takes a turn of the event loop. */
export const thenPassing =
  (ms: number, answer: RequestListener): RequestListener =>
  (request, response) => {
    answer(request, response);
    setImmediate(() => setImmediate(() => jest.advanceTimersByTime(ms)));
  };

/** Answers so after so many milliseconds. */
export const afterPassing =
  (ms: number, answer: RequestListener): RequestListener =>
  (request, response) => {
    jest.advanceTimersByTime(ms);
    answer(request, response);
  };
