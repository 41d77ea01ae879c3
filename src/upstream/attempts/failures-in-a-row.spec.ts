import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { FailuresInARow } from './failures-in-a-row.js';

describe('FailuresInARow', () => {
  let now = 0;
  beforeEach(() => {
    now = 1000;
    jest.spyOn(performance, 'now').mockImplementation(() => now);
  });
  afterEach(() => void jest.restoreAllMocks());

  /**
   * Registers a failure, now, of an attempt that began `agoMs` ago. Returns whether it opens the
   * circuit.
   */
  const breaks = (failures: FailuresInARow, deadline: object, agoMs = 0): boolean =>
    failures.registerFailure({ startedAt: now - agoMs, deadline: deadline as never }) && failures.failure();

  it('opens the circuit at the threshold, but not within 250 ms of the first failure', () => {
    const failures = new FailuresInARow(3);
    expect([breaks(failures, {}), breaks(failures, {}), breaks(failures, {})]).toEqual([false, false, false]);
    now += 250;
    expect(breaks(failures, {})).toBe(true);
  });

  it('counts attempts that overlap as one failure', () => {
    const failures = new FailuresInARow(3);
    for (let second = 0; second < 5; second += 1) {
      now += 1000;
      breaks(failures, {}, 20_000);
    }
    expect(failures.state).toBe(1);
  });

  it('counts failures of one read within 250 ms as one', () => {
    const failures = new FailuresInARow(3);
    const deadline = {};
    for (let call = 0; call < 100; call += 1) {
      now += 2;
      breaks(failures, deadline);
    }
    expect(failures.state).toBe(1);
    now += 60;
    breaks(failures, deadline);
    expect(failures.state).toBe(2);
  });

  it('starts over after a success', () => {
    const failures = new FailuresInARow(2);
    breaks(failures, {});
    failures.success();
    now += 1000;
    expect(breaks(failures, {}, 1500)).toBe(false);
    expect(failures.state).toBe(1);
  });
});
