import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { RetryAllowance } from './retry-allowance.js';

describe('the allowance for retries', () => {
  let now = 0;
  beforeEach(() => {
    now = 1000;
    jest.spyOn(performance, 'now').mockImplementation(() => now);
  });
  afterEach(() => void jest.restoreAllMocks());

  const taken = (allowance: RetryAllowance, tries: number): number =>
    Array.from({ length: tries }, () => allowance.take()).filter(Boolean).length;

  it('is its reserve at first, and then nothing', () => {
    expect(taken(new RetryAllowance(10), 100)).toBe(10);
    expect(taken(new RetryAllowance(0), 100)).toBe(0);
  });

  it('grows by one for five calls', () => {
    const allowance = new RetryAllowance(10);
    taken(allowance, 10);
    for (let call = 0; call < 14; call += 1) allowance.called();
    expect(taken(allowance, 100)).toBe(2);
    allowance.called();
    expect(taken(allowance, 100)).toBe(1);
  });

  it('is filled up again within a minute, and saves nothing up', () => {
    const allowance = new RetryAllowance(10);
    taken(allowance, 10);
    now += 30_000;
    expect(taken(allowance, 100)).toBe(5);
    now += 3_600_000;
    for (let call = 0; call < 1000; call += 1) allowance.called();
    expect(taken(allowance, 100)).toBe(10);
  });

  it('adds at most a fifth to the load of a minute, and the reserve', () => {
    const allowance = new RetryAllowance(10);
    let retries = taken(allowance, 10);
    for (let call = 0; call < 6000; call += 1) {
      now += 10;
      allowance.called();
      retries += taken(allowance, 3);
    }
    expect(retries).toBeLessThanOrEqual(6000 / 5 + 2 * 10);
  });
});
