import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill/implementation';
import { contains } from '../../test/support/contains.js';
import { endByTemporal } from '../../test/support/temporal-windows.js';
import { windowsOf, type ZonedWindow } from '../../test/support/zoned-windows.js';
import { Calendar, GRANULARITIES, type Granularity } from './windows.js';

/** More windows than any interval here has: an endless loop fails a test instead of hanging it. */
const LIMIT = 50;

/**
 * Unusual changes of clocks: half hours, three quarters, two hours of summer time, midnights that
 * are skipped or repeated, a skipped day. None is set back in the middle of an hour, where a window
 * would have no single name.
 */
const CHANGES: readonly (readonly [zone: string, change: string])[] = [
  ['UTC', '2026-01-01T00:00Z'],
  ['Europe/London', '2026-03-29T01:00Z'],
  ['Europe/London', '2026-10-25T01:00Z'],
  ['America/New_York', '2026-11-01T06:00Z'],
  ['Asia/Kolkata', '2026-01-01T00:00Z'],
  ['Asia/Kathmandu', '2026-01-01T00:00Z'],
  ['Asia/Pyongyang', '2018-05-04T15:00Z'],
  ['America/Caracas', '2016-05-01T07:00Z'],
  ['Pacific/Apia', '2011-12-30T10:00Z'],
  ['America/Sao_Paulo', '2018-11-04T03:00Z'],
  ['America/Sao_Paulo', '2018-02-18T02:00Z'],
  ['America/Havana', '2026-11-01T05:00Z'],
  ['Atlantic/Azores', '2026-10-25T01:00Z'],
  ['Antarctica/Troll', '2026-10-25T01:00Z'],
  ['Australia/Lord_Howe', '2026-04-04T15:00Z'],
  ['Australia/Lord_Howe', '2026-10-03T15:30Z'],
  ['Europe/Dublin', '2026-10-25T01:00Z'],
  ['Antarctica/Troll', '2026-03-29T01:00Z'],
  ['America/Nuuk', '2023-03-26T01:00Z'],
  ['America/Caracas', '2007-12-09T07:00Z'],
  ['Asia/Pyongyang', '2015-08-14T15:00Z'],
  ['Asia/Kathmandu', '1985-12-31T18:30Z'],
  ['Africa/Cairo', '2026-04-23T22:00Z'],
  ['Africa/Cairo', '2026-10-29T21:00Z'],
  ['Asia/Gaza', '2014-03-26T22:00Z'],
  ['Africa/Monrovia', '1972-01-07T00:44:30Z'],
  ['Pacific/Kwajalein', '1993-08-21T12:00Z'],
  ['Asia/Manila', '1844-12-31T15:56:08Z'],
];

/**
 * Changes in the middle of an hour, of more than a day, or into the day before: window names are
 * not unique around them.
 */
const ODDER_CHANGES: typeof CHANGES = [
  ['Pacific/Chatham', '2026-04-04T14:00Z'],
  ['Pacific/Chatham', '2026-09-26T14:00Z'],
  ['America/St_Johns', '2009-03-08T03:31Z'],
  ['America/St_Johns', '2009-11-01T02:31Z'],
  ['America/Toronto', '1919-03-31T04:30Z'],
  ['America/New_York', '1883-11-18T17:00Z'],
  ['Europe/Dublin', '1916-10-01T02:25:21Z'],
  ['America/Juneau', '1867-10-19T00:31:13Z'],
  ['Pacific/Kwajalein', '1969-09-30T13:00Z'],
  ['Pacific/Apia', '1892-07-04T23:26:56Z'],
  ['Africa/Monrovia', '1919-03-01T00:43:08Z'],
];

/**
 * The maximum length of a window in hours, and the maximum number of windows in an interval of
 * these tests.
 */
const LONGEST: Record<Granularity, number> = { PT1H: 1.5, P1D: 26, P1M: 31 * 24 + 2 };
const MOST: Record<Granularity, number> = { PT1H: 20, P1D: 20, P1M: 10 };

const HOUR_MS = 3_600_000;

/**
 * A zone and the start of an interval, near a change of its clock most of the time, where mistakes
 * are likely.
 */
const anyStart = fc
  .tuple(fc.constantFrom(...CHANGES), fc.nat(3), fc.integer({ min: Date.UTC(2015, 0), max: Date.UTC(2030, 0) }))
  .map(([[zone, change], chance, anywhere]) => ({
    zone,
    start: chance > 0 ? Date.parse(change) - (anywhere % (5 * HOUR_MS)) : anywhere,
  }));

/** Evenly spread, as `fc.double` is not. */
const fraction = fc.nat(999_999).map((millionths) => millionths / 1_000_000);

const anyCase = fc
  .record({
    granularity: fc.constantFrom(...GRANULARITIES),
    at: anyStart,
    length: fraction,
    fractions: fc.array(fraction, { minLength: 1, maxLength: 5 }),
  })
  .map(({ granularity, at: { zone, start }, length, fractions }): Case => {
    const ms = 1 + Math.floor(length * MOST[granularity] * LONGEST[granularity] * HOUR_MS);
    const at = (part: number): Temporal.Instant =>
      Temporal.Instant.fromEpochMilliseconds(start + Math.floor(part * ms));
    return { granularity, zone, from: at(0), to: at(1), instants: fractions.map(at) };
  });

interface Case {
  readonly granularity: Granularity;
  readonly zone: string;
  readonly from: Temporal.Instant;
  readonly to: Temporal.Instant;
  /** Instants within the interval. */
  readonly instants: readonly Temporal.Instant[];
}

const holds = (law: (windows: readonly ZonedWindow[], given: Case) => void): void =>
  fc.assert(
    fc.property(anyCase, (given) => law(windowsOf(given, given.granularity, given.zone, LIMIT), given)),
    { numRuns: 300, seed: 20_260_329 },
  );

/** The local time, down to the unit of the windows: `2026-03-02T08`, `2026-03-02`, `2026-03`. */
const formatUnit = (zoned: Temporal.ZonedDateTime, granularity: Granularity): string =>
  zoned.toPlainDateTime().toString().slice(0, { PT1H: 13, P1D: 10, P1M: 7 }[granularity]);

describe('the windows of any interval', () => {
  it('cover it exactly, without a gap, an overlap or an empty window', () => {
    holds((windows, { from, to }) => {
      const starts = windows.map((window) => window.from.epochNanoseconds);
      const ends = windows.map((window) => window.to.epochNanoseconds);

      expect(starts).toEqual([from.epochNanoseconds, ...ends.slice(0, -1)]);
      expect(ends.at(-1)).toBe(to.epochNanoseconds);
      expect(windows.filter((_, index) => (starts[index] ?? 0n) >= (ends[index] ?? 0n))).toHaveLength(0);
    });
  });

  it('start at the start of a unit in local time, except the first', () => {
    holds((windows, { granularity }) => {
      const starts = windows.slice(1).map(({ from }) => ({ from, before: from.subtract({ nanoseconds: 1 }) }));
      const elsewhere = starts.filter(
        ({ from, before }) =>
          !isFirstOfUnit(from, granularity) && formatUnit(from, granularity) === formatUnit(before, granularity),
      );
      expect(elsewhere.map(({ from }) => from.toString())).toEqual([]);
    });
  });

  it('are no longer than their unit can be', () => {
    holds((windows, { granularity }) => {
      const tooLong = windows.filter(({ from, to }) => from.until(to).total('hours') > LONGEST[granularity]);
      expect(tooLong.map(({ from }) => from.toString())).toEqual([]);
    });
  });

  it('contain each instant in the one window of its local hour, day or month', () => {
    holds((windows, { granularity, zone, instants }) => {
      const holders = instants.map((instant) =>
        windows
          .filter(({ from, to }) => contains({ from: from.toInstant(), to: to.toInstant() }, instant))
          .map(({ from }) => formatUnit(from, granularity)),
      );
      expect(holders).toEqual(instants.map((instant) => [formatUnit(instant.toZonedDateTimeISO(zone), granularity)]));
    });
  });
});

describe('the windows of any zone', () => {
  const anyNearChange = fc
    .tuple(fc.constantFrom(...CHANGES, ...ODDER_CHANGES), fc.integer({ min: -50, max: 50 }))
    .map(([[zone, change], quarters]) => ({ zone, ms: Date.parse(change) + (quarters * HOUR_MS) / 4 }));
  const anywhere = fc.record({
    zone: fc.constantFrom(...Intl.supportedValuesOf('timeZone')),
    ms: fc.integer({ min: Date.parse('0000-01-01T00:00Z'), max: Date.parse('9999-12-31T00:00Z') }),
  });

  it('end where Temporal ends them, and start where the previous one ends', () => {
    fc.assert(
      fc.property(fc.oneof(anyNearChange, anywhere), fc.constantFrom(...GRANULARITIES), ({ zone, ms }, granularity) => {
        const calendar = new Calendar(granularity, zone);
        const [start, end] = calendar.findWindow(ms);

        expect(end).toBe(endByTemporal(zone, granularity, ms));
        expect(start <= ms && ms < end).toBe(true);
        expect(calendar.findWindow(start)).toEqual([start, end]);
        expect(calendar.findWindow(end - 1)).toEqual([start, end]);
        expect(calendar.findWindow(end)[0]).toBe(end);
      }),
      { numRuns: 2000, seed: 20_260_329, interruptAfterTimeLimit: 3_000, markInterruptAsFailure: false },
    );
  });
});

/** Whether this is a full hour, a midnight, or the midnight that begins a month. */
const isFirstOfUnit = (zoned: Temporal.ZonedDateTime, granularity: Granularity): boolean =>
  (granularity !== 'P1M' || zoned.day === 1) &&
  (granularity === 'PT1H' || zoned.hour === 0) &&
  zoned.toPlainTime().equals({ hour: zoned.hour });
