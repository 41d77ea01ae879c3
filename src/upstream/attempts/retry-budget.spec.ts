import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { RetryBudget } from './retry-budget.js';

describe('RetryBudget', () => {
  let now = 0;
  beforeEach(() => {
    now = 1000;
    jest.spyOn(performance, 'now').mockImplementation(() => now);
  });
  afterEach(() => void jest.restoreAllMocks());

  /** How many of this many withdrawals succeed. */
  const withdrawn = (budget: RetryBudget, tries: number): number =>
    Array.from({ length: tries }, () => budget.withdraw()).filter(Boolean).length;

  it('allows its reserve of retries at first, and then none', () => {
    expect(withdrawn(new RetryBudget(10), 100)).toBe(10);
    expect(withdrawn(new RetryBudget(0), 100)).toBe(0);
  });

  it('gains one retry for five calls', () => {
    const budget = new RetryBudget(10);
    withdrawn(budget, 10);
    for (let call = 0; call < 14; call += 1) budget.deposit();
    expect(withdrawn(budget, 100)).toBe(2);
    budget.deposit();
    expect(withdrawn(budget, 100)).toBe(1);
  });

  it('is full again after a minute without a failure, and never exceeds its reserve', () => {
    const budget = new RetryBudget(10);
    withdrawn(budget, 10);
    now += 59_999;
    expect(withdrawn(budget, 1)).toBe(0);
    now += 60_000;
    for (let call = 0; call < 1000; call += 1) budget.deposit();
    expect(withdrawn(budget, 100)).toBe(10);
  });

  it('adds at most a fifth, and the reserve, to the load of a minute', () => {
    const budget = new RetryBudget(10);
    let retries = withdrawn(budget, 10);
    for (let call = 0; call < 6000; call += 1) {
      now += 10;
      budget.deposit();
      retries += withdrawn(budget, 3);
    }
    expect(retries).toBeLessThanOrEqual(6000 / 5 + 2 * 10);
  });

  describe('for a read', () => {
    const read = {};
    const retried = (budget: RetryBudget, of: object, calls: number, isFirst = true): number =>
      Array.from({ length: calls }, () => budget.withdraw(of, isFirst)).filter(Boolean).length;

    it('that began with a retry in the budget allows each of its calls one retry', () => {
      const budget = new RetryBudget(10);
      budget.deposit(read);
      expect(retried(budget, read, 200)).toBe(200);
      expect(retried(budget, read, 200, false)).toBe(0);
    });

    it('that began while overdrawn allows none, until a minute without a failure has passed', () => {
      const budget = new RetryBudget(10);
      budget.deposit(read);
      retried(budget, read, 200);
      const [later, last] = [{}, {}];
      budget.deposit(later);
      expect(retried(budget, later, 13)).toBe(0);
      now += 60_000;
      budget.deposit(last);
      expect(retried(budget, last, 13)).toBe(13);
    });

    it('allows none if the reserve is 0', () => {
      const budget = new RetryBudget(0);
      budget.deposit(read);
      expect(retried(budget, read, 13)).toBe(0);
    });

    it('adds a fifth to the load of a long outage, however many retries the first burst took', () => {
      const budget = new RetryBudget(10);
      budget.deposit(read);
      retried(budget, read, 200);
      let retries = 0;
      for (let call = 0; call < 6000; call += 1) {
        now += 10;
        const each = {};
        budget.deposit(each);
        retries += retried(budget, each, 1);
      }
      expect(retries).toBeLessThanOrEqual(6000 / 5);
      expect(retries).toBeGreaterThan(900);
    });
  });
});
