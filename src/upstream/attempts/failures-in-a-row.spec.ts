import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { FailuresInARow } from './failures-in-a-row.js';

describe('failures in a row', () => {
  let now = 0;
  beforeEach(() => {
    now = 1000;
    jest.spyOn(performance, 'now').mockImplementation(() => now);
  });
  afterEach(() => void jest.restoreAllMocks());

  /** Whether the failure, now, of an attempt that began so long ago is the last that was needed. */
  const breaks = (failures: FailuresInARow, reading: object, agoMs = 0): boolean =>
    failures.countsAlone({ startedAt: now - agoMs, reading: reading as never }) && failures.failure();

  it('break once there are enough, over a while', () => {
    const failures = new FailuresInARow(3);
    expect([breaks(failures, {}), breaks(failures, {}), breaks(failures, {})]).toEqual([false, false, false]);
    now += 250;
    expect(breaks(failures, {})).toBe(true);
  });

  it('are one where the attempts were under way at once', () => {
    const failures = new FailuresInARow(3);
    for (let second = 0; second < 5; second += 1) {
      now += 1000;
      breaks(failures, {}, 20_000);
    }
    expect(failures.state).toBe(1);
  });

  it('are one where they are of the same reading and moment', () => {
    const failures = new FailuresInARow(3);
    const reading = {};
    for (let call = 0; call < 100; call += 1) {
      now += 2;
      breaks(failures, reading);
    }
    expect(failures.state).toBe(1);
    now += 60;
    breaks(failures, reading);
    expect(failures.state).toBe(2);
  });

  it('begin anew with a success', () => {
    const failures = new FailuresInARow(2);
    breaks(failures, {});
    failures.success();
    now += 1000;
    expect(breaks(failures, {}, 1500)).toBe(false);
    expect(failures.state).toBe(1);
  });
});
