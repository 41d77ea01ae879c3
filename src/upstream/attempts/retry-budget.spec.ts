import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { RetryBudget } from './retry-budget.js';

describe('the allowance for retries', () => {
  let now = 0;
  beforeEach(() => {
    now = 1000;
    jest.spyOn(performance, 'now').mockImplementation(() => now);
  });
  afterEach(() => void jest.restoreAllMocks());

  const taken = (allowance: RetryBudget, tries: number): number =>
    Array.from({ length: tries }, () => allowance.withdraw()).filter(Boolean).length;

  it('is its reserve at first, and then nothing', () => {
    expect(taken(new RetryBudget(10), 100)).toBe(10);
    expect(taken(new RetryBudget(0), 100)).toBe(0);
  });

  it('grows by one for five calls', () => {
    const allowance = new RetryBudget(10);
    taken(allowance, 10);
    for (let call = 0; call < 14; call += 1) allowance.deposit();
    expect(taken(allowance, 100)).toBe(2);
    allowance.deposit();
    expect(taken(allowance, 100)).toBe(1);
  });

  it('is filled up again by a minute without a failure, and saves nothing up', () => {
    const allowance = new RetryBudget(10);
    taken(allowance, 10);
    now += 59_999;
    expect(taken(allowance, 1)).toBe(0);
    now += 60_000;
    for (let call = 0; call < 1000; call += 1) allowance.deposit();
    expect(taken(allowance, 100)).toBe(10);
  });

  it('adds at most a fifth to the load of a minute, and the reserve', () => {
    const allowance = new RetryBudget(10);
    let retries = taken(allowance, 10);
    for (let call = 0; call < 6000; call += 1) {
      now += 10;
      allowance.deposit();
      retries += taken(allowance, 3);
    }
    expect(retries).toBeLessThanOrEqual(6000 / 5 + 2 * 10);
  });

  describe('for a reading', () => {
    const reading = {};
    const retried = (allowance: RetryBudget, of: object, calls: number, isFirst = true): number =>
      Array.from({ length: calls }, () => allowance.withdraw(of, isFirst)).filter(Boolean).length;

    it('that began while one was in hand lets each of its calls be tried once more', () => {
      const allowance = new RetryBudget(10);
      allowance.deposit(reading);
      expect(retried(allowance, reading, 200)).toBe(200);
      expect(retried(allowance, reading, 200, false)).toBe(0);
    });

    it('that began after those does not, until a minute without a failure has passed', () => {
      const allowance = new RetryBudget(10);
      allowance.deposit(reading);
      retried(allowance, reading, 200);
      const [later, last] = [{}, {}];
      allowance.deposit(later);
      expect(retried(allowance, later, 13)).toBe(0);
      now += 60_000;
      allowance.deposit(last);
      expect(retried(allowance, last, 13)).toBe(13);
    });

    it('is none where the reserve is 0', () => {
      const allowance = new RetryBudget(0);
      allowance.deposit(reading);
      expect(retried(allowance, reading, 13)).toBe(0);
    });

    it('adds a fifth to the load of a lasting outage, whatever the first burst took', () => {
      const allowance = new RetryBudget(10);
      allowance.deposit(reading);
      retried(allowance, reading, 200);
      let retries = 0;
      for (let call = 0; call < 6000; call += 1) {
        now += 10;
        const each = {};
        allowance.deposit(each);
        retries += retried(allowance, each, 1);
      }
      expect(retries).toBeLessThanOrEqual(6000 / 5);
      expect(retries).toBeGreaterThan(900);
    });
  });
});
