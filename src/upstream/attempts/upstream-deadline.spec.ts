import { getEventListeners, once } from 'node:events';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { UpstreamDeadline } from './upstream-deadline.js';

const LONG_MS = 5000;

/** A call that lasts until its signal aborts. */
const untilAborted = (signal: AbortSignal): Promise<unknown> =>
  signal.aborted ? Promise.resolve('ended') : once(signal, 'abort').then(() => 'ended');

describe('UpstreamDeadline with time left', () => {
  let deadline: UpstreamDeadline;
  beforeEach(() => {
    deadline = new UpstreamDeadline({ timeoutMs: LONG_MS, deadlineMs: LONG_MS });
  });
  afterEach(() => deadline.close());

  it('starts with no calls counted and nothing aborted', () => {
    expect(deadline).toMatchObject({ calls: 0, retries: 0, isExpired: false });
    expect(deadline.signal.aborted).toBe(false);
  });

  it('tells the time remaining', () => {
    expect(deadline.remainingMs).toBeLessThanOrEqual(LONG_MS);
    expect(deadline.remainingMs).toBeGreaterThan(LONG_MS / 2);
  });

  it('returns or throws what an attempt does, and counts the attempt', async () => {
    expect(await deadline.attempt(() => Promise.resolve('an answer'))).toBe('an answer');
    await expect(deadline.attempt(() => Promise.reject(new Error('a failure')))).rejects.toThrow('a failure');
    expect(deadline.calls).toBe(2);
  });

  it('aborts every attempt when it is closed, without having expired', async () => {
    const attempt = deadline.attempt(untilAborted);
    deadline.close();

    expect([await attempt, await deadline.attempt(untilAborted)]).toEqual(['ended', 'ended']);
    expect(deadline.isExpired).toBe(false);
  });

  it('releases the timer and the listener of an attempt that is over', async () => {
    const timers = () => process.getActiveResourcesInfo().filter((resource) => resource === 'Timeout').length;
    const before = timers();
    await deadline.attempt(() => Promise.resolve());

    expect(timers()).toBe(before);
    expect(getEventListeners(deadline.signal, 'abort')).toEqual([]);
  });

  it('can be closed twice', () => {
    deadline.close();

    expect(() => deadline.close()).not.toThrow();
  });
});

describe('UpstreamDeadline that passes', () => {
  it('aborts the read and every attempt, those made later too', async () => {
    const deadline = new UpstreamDeadline({ timeoutMs: LONG_MS, deadlineMs: 20 });
    await Promise.all([deadline.attempt(untilAborted), deadline.attempt(untilAborted)]);

    expect(await deadline.attempt(untilAborted)).toBe('ended');
    expect(deadline.isExpired).toBe(true);
    expect(deadline.remainingMs).toBeLessThanOrEqual(1);
    deadline.close();
  });
});

describe('UpstreamDeadline that passes while the event loop is busy', () => {
  it('has expired by the clock before its timer fires', () => {
    const deadline = new UpstreamDeadline({ timeoutMs: LONG_MS, deadlineMs: LONG_MS });
    const later = performance.now() + LONG_MS;
    jest.spyOn(performance, 'now').mockReturnValue(later);
    const { isExpired } = deadline;
    deadline.close();
    jest.restoreAllMocks();

    expect({ isExpired, afterItsEnd: deadline.isExpired }).toEqual({ isExpired: true, afterItsEnd: false });
  });
});

describe('an attempt that times out', () => {
  it('leaves the read and its other attempts alone', async () => {
    const deadline = new UpstreamDeadline({ timeoutMs: 20, deadlineMs: LONG_MS });
    await deadline.attempt(untilAborted);
    const others = [deadline.signal.aborted, deadline.isExpired];
    deadline.close();

    expect(others).toEqual([false, false]);
  });

  it('is aborted even if garbage is collected first', async () => {
    setFlagsFromString('--expose-gc');
    const collectGarbage = runInNewContext('gc') as () => void;
    const deadline = new UpstreamDeadline({ timeoutMs: 40, deadlineMs: 10 * LONG_MS });
    const attempt = deadline.attempt(untilAborted);
    await new Promise(setImmediate);
    collectGarbage();
    await attempt;
    deadline.close();

    expect(deadline.isExpired).toBe(false);
  });
});
