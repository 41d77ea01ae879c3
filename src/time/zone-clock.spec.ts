import { beforeEach, describe, expect, it, jest } from '@jest/globals';
import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill/implementation';
import { offsetByTemporal } from '../../test/support/temporal-windows.js';
import { ZoneClock } from './zone-clock.js';
import { MAX_CLOCKS, getZoneClock } from './zone-clocks.js';
import { startOfYear } from './years.js';

const anyZone = fc.constantFrom(...Intl.supportedValuesOf('timeZone'));

/** Milliseconds from a year before the first year of a timestamp to a year after the last. */
const anyMs = fc
  .tuple(fc.integer({ min: -1, max: 10_000 }), fc.nat(366 * 86_400 - 1))
  .map(([year, second]) => startOfYear(year) + second * 1000);

describe('the clock of a time zone', () => {
  it.each<{ zone: string; at: string; minutes: number }>`
    zone                     | at                            | minutes
    ${'UTC'}                 | ${'2026-03-02T00:00:00Z'}     | ${0}
    ${'Europe/London'}       | ${'2026-03-29T00:59:59.999Z'} | ${0}
    ${'Europe/London'}       | ${'2026-03-29T01:00:00Z'}     | ${60}
    ${'Europe/Dublin'}       | ${'2026-01-01T00:00:00Z'}     | ${0}
    ${'Australia/Lord_Howe'} | ${'2026-04-04T15:00:00Z'}     | ${630}
    ${'Antarctica/Troll'}    | ${'2026-07-01T00:00:00Z'}     | ${120}
    ${'America/New_York'}    | ${'0001-01-01T00:00:00Z'}     | ${-4 * 60 - 56 - 2 / 60}
    ${'Africa/Monrovia'}     | ${'1972-01-07T00:44:29Z'}     | ${-44.5}
    ${'Africa/Monrovia'}     | ${'1972-01-07T00:44:30Z'}     | ${0}
    ${'Asia/Manila'}         | ${'1844-12-31T15:55:59Z'}     | ${-15 * 60 - 56 - 8 / 60}
    ${'Asia/Manila'}         | ${'1844-12-31T15:56:08Z'}     | ${8 * 60 + 3 + 52 / 60}
    ${'Europe/London'}       | ${'9999-07-01T00:00:00Z'}     | ${60}
    ${'Europe/London'}       | ${'9999-12-31T23:59:59Z'}     | ${0}
    ${'Pacific/Auckland'}    | ${'+010000-01-01T10:00:00Z'}  | ${780}
  `('is $minutes minutes ahead of UTC in $zone at $at', ({ zone, at, minutes }) => {
    expect(getZoneClock(zone).segmentAt(Date.parse(at)).offset / 60_000).toBeCloseTo(minutes, 9);
  });

  it('agrees with Temporal in any zone at any time, and throughout the segment around it', () => {
    fc.assert(
      fc.property(anyZone, anyMs, (zone, ms) => {
        const { start, end, offset } = new ZoneClock(zone).segmentAt(ms);
        const [first, last] = [Math.max(start, startOfYear(-1)), end - 1];
        expect([first, ms, last].map((at) => offsetByTemporal(zone, at))).toEqual([offset, offset, offset]);
        expect(first <= ms && ms <= last).toBe(true);
      }),
      { numRuns: 300, seed: 20_260_329 },
    );
  });

  it('is the same clock whatever the case of its name', () => {
    expect(getZoneClock('EUROPE/London')).toBe(getZoneClock('Europe/London'));
  });

  it('stays in the cache until too many others have been used since', () => {
    const kept = getZoneClock('UTC');
    const others = Intl.supportedValuesOf('timeZone').slice(0, MAX_CLOCKS);
    for (const zone of others.slice(1)) getZoneClock(zone);
    expect(getZoneClock('UTC')).toBe(kept);
    for (const zone of others) getZoneClock(zone);
    expect(getZoneClock('UTC')).not.toBe(kept);
  });
});

describe('Temporal', () => {
  const asked = jest.spyOn(Temporal.ZonedDateTime.prototype, 'getTimeZoneTransition');

  beforeEach(() => void asked.mockClear());

  /** Looks up a time in every month of the years `from` to `to - 1`. */
  const walk = (clock: ZoneClock, from: number, to: number): void => {
    for (let ms = startOfYear(from); ms < startOfYear(to); ms += 28 * 86_400_000) clock.segmentAt(ms);
  };

  it('is asked for a change of the clock once', () => {
    const clock = new ZoneClock('Europe/London');
    for (let times = 0; times < 3; times += 1) walk(clock, 2026, 2029);
    // Six changes, and the segment after New Year.
    expect(asked.mock.calls.length).toBe(7);
  });

  it('is asked about a few hundred of ten thousand years only', () => {
    walk(new ZoneClock('America/New_York'), 0, 10_000);
    expect(asked.mock.calls.length).toBeLessThan(600);
  });

  it('is asked once or twice about a clock that never changes', () => {
    walk(new ZoneClock('UTC'), 0, 10_000);
    expect(asked.mock.calls.length).toBeLessThan(3);
  });
});
