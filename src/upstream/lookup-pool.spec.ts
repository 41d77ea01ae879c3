import { setImmediate } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { testSettings } from '../../test/support/settings.js';
import { LookUpPool } from './lookup-pool.js';

/** A look-up that has started, and ends when the test calls `end`. */
interface StartedLookUp {
  readonly end: () => void;
}

describe('LookUpPool', () => {
  let now = 0;
  let begun: StartedLookUp[];
  let pool: LookUpPool;

  beforeEach(() => {
    jest.spyOn(performance, 'now').mockImplementation(() => now);
    begun = [];
    pool = new LookUpPool(testSettings({ concurrency: 8 }));
  });
  afterEach(() => void jest.restoreAllMocks());

  /** Adds a queue of this many look-ups, each of which takes `ms` of the event loop to start. */
  const enter = (lookUps: number, ms: number): void => {
    let waiting = lookUps;
    pool.enter('estimate', {
      startOldest: () => {
        if (waiting === 0) return undefined;
        waiting -= 1;
        now += ms;
        return new Promise((resolve) => begun.push({ end: resolve }));
      },
    });
  };

  it('starts look-ups up to the limit, and the next one when one has ended', async () => {
    enter(20, 0);
    await setImmediate();
    expect(begun).toHaveLength(8);
    begun[3]?.end();
    await setImmediate();
    expect(begun).toHaveLength(9);
  });

  it('yields to other work after each millisecond of starting look-ups', async () => {
    enter(20, 1);
    await Promise.resolve();
    await Promise.resolve();
    expect(begun).toHaveLength(1);
    for (let started = 1; started < 8; started += 1) {
      expect(begun).toHaveLength(started);
      await setImmediate();
    }
    expect(begun).toHaveLength(8);
    for (const { end } of begun) end();
    await setImmediate();
    expect(begun.length).toBeLessThanOrEqual(10);
  });
});
