import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { RequestCounts } from './request-counts.js';

describe('RequestCounts', () => {
  let now = 1000;
  beforeEach(() => void jest.spyOn(performance, 'now').mockImplementation(() => now));
  afterEach(() => void jest.restoreAllMocks());

  it('counts down, then refuses until the window is over, which begins with the first request', () => {
    const counts = new RequestCounts(2);
    expect(counts.take('a')).toEqual({ isWithin: true, remaining: 1, resetS: 60 });
    now += 59_001;
    expect(counts.take('a')).toEqual({ isWithin: true, remaining: 0, resetS: 1 });
    expect(counts.take('a')).toEqual({ isWithin: false, remaining: 0, resetS: 1 });
    now += 998;
    expect(counts.take('a')).toEqual({ isWithin: false, remaining: 0, resetS: 1 });
    now += 1;
    expect(counts.take('a')).toEqual({ isWithin: true, remaining: 1, resetS: 60 });
  });

  it('counts each caller by itself', () => {
    const counts = new RequestCounts(1);
    expect([counts.take('a'), counts.take('b'), counts.take('a')].map(({ isWithin }) => isWithin)).toEqual([
      true,
      true,
      false,
    ]);
  });

  it('counts none of several requests that do not fit', () => {
    const counts = new RequestCounts(5);
    expect(counts.take('a', 6)).toEqual({ isWithin: false, remaining: 5, resetS: 60 });
    expect(counts.take('a', 5)).toEqual({ isWithin: true, remaining: 0, resetS: 60 });
  });

  it('remembers so many callers, and forgets those whose window began first', () => {
    const counts = new RequestCounts(1, 3);
    for (const caller of ['a', 'b', 'c', 'd']) counts.take(caller);
    const isWithin = (caller: string) => counts.take(caller).isWithin;
    expect(['c', 'd', 'a'].map(isWithin)).toEqual([false, false, true]);
    // That was one more, so another is forgotten.
    expect(['d', 'a', 'b'].map(isWithin)).toEqual([false, false, true]);
  });
});
