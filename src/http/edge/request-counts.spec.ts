import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { RequestCounts } from './request-counts.js';

describe('RequestCounts', () => {
  let now = 1000;
  beforeEach(() => void jest.spyOn(performance, 'now').mockImplementation(() => now));
  afterEach(() => void jest.restoreAllMocks());

  it('counts down, then refuses until the window ends, which begins with the first request', () => {
    const counts = new RequestCounts(2);
    expect(counts.take('a')).toEqual({ isWithin: true, remaining: 1, resetSeconds: 60 });
    now += 59_001;
    expect(counts.take('a')).toEqual({ isWithin: true, remaining: 0, resetSeconds: 1 });
    expect(counts.take('a')).toEqual({ isWithin: false, remaining: 0, resetSeconds: 1 });
    now += 998;
    expect(counts.take('a')).toEqual({ isWithin: false, remaining: 0, resetSeconds: 1 });
    now += 1;
    expect(counts.take('a')).toEqual({ isWithin: true, remaining: 1, resetSeconds: 60 });
  });

  it('counts callers separately', () => {
    const counts = new RequestCounts(1);
    expect([counts.take('a'), counts.take('b'), counts.take('a')].map(({ isWithin }) => isWithin)).toEqual([
      true,
      true,
      false,
    ]);
  });

  it('counts none of several requests if not all of them fit', () => {
    const counts = new RequestCounts(5);
    expect(counts.take('a', 6)).toEqual({ isWithin: false, remaining: 5, resetSeconds: 60 });
    expect(counts.take('a', 5)).toEqual({ isWithin: true, remaining: 0, resetSeconds: 60 });
  });

  it('keeps a limited number of callers and drops those whose window began first', () => {
    const counts = new RequestCounts(1, 3);
    for (const caller of ['a', 'b', 'c', 'd']) counts.take(caller);
    const isWithin = (caller: string) => counts.take(caller).isWithin;
    expect(['c', 'd', 'a'].map(isWithin)).toEqual([false, false, true]);
    // Counting `a` again drops another caller.
    expect(['d', 'a', 'b'].map(isWithin)).toEqual([false, false, true]);
  });
});
