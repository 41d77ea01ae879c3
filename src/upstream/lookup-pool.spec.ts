import { setImmediate } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { testSettings } from '../../test/support/settings.js';
import { LookUpPool } from './lookup-pool.js';

/** A look-up that has begun, and ends when the test says so. */
interface Begun {
  readonly end: () => void;
}

describe('the pool of report look-ups', () => {
  let now = 0;
  let begun: Begun[];
  let pool: LookUpPool;

  beforeEach(() => {
    jest.spyOn(performance, 'now').mockImplementation(() => now);
    begun = [];
    pool = new LookUpPool(testSettings({ concurrency: 8 }));
  });
  afterEach(() => void jest.restoreAllMocks());

  /** A reading with this many look-ups, each of which takes `ms` of the event loop to start. */
  const enter = (lookUps: number, ms: number): void => {
    let waiting = lookUps;
    pool.enter('estimate', {
      next: () => {
        if (waiting === 0) return undefined;
        waiting -= 1;
        now += ms;
        return new Promise((resolve) => begun.push({ end: resolve }));
      },
    });
  };

  it('starts as many at once as it may, and the next when one has ended', async () => {
    enter(20, 0);
    await setImmediate();
    expect(begun).toHaveLength(8);
    begun[3]?.end();
    await setImmediate();
    expect(begun).toHaveLength(9);
  });

  it('lets others have their turn once starting has taken a millisecond', async () => {
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
