import { getEventListeners, once } from 'node:events';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { UpstreamDeadline } from './upstream-deadline.js';

const LONG_MS = 5000;

/** A call that lasts until it is told to end. */
const untilAborted = (signal: AbortSignal): Promise<unknown> =>
  signal.aborted ? Promise.resolve('ended') : once(signal, 'abort').then(() => 'ended');

describe('an UpstreamDeadline with time', () => {
  let budget: UpstreamDeadline;
  beforeEach(() => {
    budget = new UpstreamDeadline({ timeoutMs: LONG_MS, deadlineMs: LONG_MS });
  });
  afterEach(() => budget.close());

  it('starts with nothing spent and nothing ended', () => {
    expect(budget).toMatchObject({ calls: 0, retries: 0, isExpired: false });
    expect(budget.signal.aborted).toBe(false);
  });

  it('says how much of it is left', () => {
    expect(budget.remainingMs).toBeLessThanOrEqual(LONG_MS);
    expect(budget.remainingMs).toBeGreaterThan(LONG_MS / 2);
  });

  it('gives back what an attempt gives, and counts it', async () => {
    expect(await budget.attempt(() => Promise.resolve('an answer'))).toBe('an answer');
    await expect(budget.attempt(() => Promise.reject(new Error('a failure')))).rejects.toThrow('a failure');
    expect(budget.calls).toBe(2);
  });

  it('ends every attempt when it is closed, which is no expiry', async () => {
    const attempt = budget.attempt(untilAborted);
    budget.close();

    expect([await attempt, await budget.attempt(untilAborted)]).toEqual(['ended', 'ended']);
    expect(budget.isExpired).toBe(false);
  });

  it('keeps neither a timer nor a listener of an attempt that is over', async () => {
    const timers = () => process.getActiveResourcesInfo().filter((resource) => resource === 'Timeout').length;
    const before = timers();
    await budget.attempt(() => Promise.resolve());

    expect(timers()).toBe(before);
    expect(getEventListeners(budget.signal, 'abort')).toEqual([]);
  });

  it('can be closed twice', () => {
    budget.close();

    expect(() => budget.close()).not.toThrow();
  });
});

describe('an UpstreamDeadline whose deadline passes', () => {
  it('ends the reading and every attempt, then and afterwards', async () => {
    const budget = new UpstreamDeadline({ timeoutMs: LONG_MS, deadlineMs: 20 });
    await Promise.all([budget.attempt(untilAborted), budget.attempt(untilAborted)]);

    expect(await budget.attempt(untilAborted)).toBe('ended');
    expect(budget.isExpired).toBe(true);
    expect(budget.remainingMs).toBeLessThanOrEqual(1);
    budget.close();
  });
});

describe('an UpstreamDeadline whose deadline passes while the event loop is busy', () => {
  it('has expired by the clock before its timer can say so', () => {
    const budget = new UpstreamDeadline({ timeoutMs: LONG_MS, deadlineMs: LONG_MS });
    const later = performance.now() + LONG_MS;
    jest.spyOn(performance, 'now').mockReturnValue(later);
    const { isExpired } = budget;
    budget.close();
    jest.restoreAllMocks();

    expect({ isExpired, afterItsEnd: budget.isExpired }).toEqual({ isExpired: true, afterItsEnd: false });
  });
});

describe('an attempt whose time passes', () => {
  it('ends alone', async () => {
    const budget = new UpstreamDeadline({ timeoutMs: 20, deadlineMs: LONG_MS });
    await budget.attempt(untilAborted);
    const others = [budget.signal.aborted, budget.isExpired];
    budget.close();

    expect(others).toEqual([false, false]);
  });

  it('ends though memory is collected meanwhile', async () => {
    setFlagsFromString('--expose-gc');
    const collectGarbage = runInNewContext('gc') as () => void;
    const budget = new UpstreamDeadline({ timeoutMs: 40, deadlineMs: 10 * LONG_MS });
    const attempt = budget.attempt(untilAborted);
    await new Promise(setImmediate);
    collectGarbage();
    await attempt;
    budget.close();

    expect(budget.isExpired).toBe(false);
  });
});
