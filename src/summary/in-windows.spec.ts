import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { billOf } from '../../test/support/billed.js';
import { contains } from '../../test/support/contains.js';
import { instantOf } from '../time/instant.js';
import { GRANULARITIES, type Window, windowsOf } from '../time/windows.js';
import type { Bill } from '../usage/bill.js';
import { byTime } from '../usage/sorting.js';
import { boundsOf } from './bounds.js';
import { inWindows } from './in-windows.js';

const billAt = (timestamps: readonly string[]): Bill =>
  billOf(...timestamps.map((timestamp, id) => ({ id, timestamp })));

/** The timestamps in each window. */
const filledOf = (timestamps: readonly string[], windows: readonly Window[]): string[][] => {
  const bill = billAt(timestamps);
  return inWindows(bill, byTime(bill, bill.rows()), windows).map(({ rows }) =>
    Array.from(rows, (row) => bill.timestamp(row)),
  );
};

const DAYS = windowsOf(
  { from: instantOf('2026-03-02T00:00:00Z'), to: instantOf('2026-03-05T00:00:00Z') },
  'P1D',
  'UTC',
);

const HOUR_MS = 3_600_000;

/** Within eight hours of a change of the clock in London, in the Azores or on Lord Howe Island. */
const anyTimes = fc
  .tuple(
    fc.constantFrom('2026-03-29T01:00Z', '2026-10-25T01:00Z', '2026-04-04T15:00Z'),
    fc.array(fc.integer({ min: -32, max: 32 }), { minLength: 1 }),
  )
  .map(([change, quarters]) =>
    quarters.map((quarter) => new Date(Date.parse(change) + (quarter * HOUR_MS) / 4).toISOString()),
  );

describe('messages in their windows', () => {
  it('are in the window that holds their instant, in the order of their times, and windows without one are there', () => {
    const timestamps = [
      '2026-03-04T23:59:59.999999999Z',
      '2026-03-02T23:59:59.9999999999Z',
      '2026-03-03T00:30:00+01:00',
      '2026-03-04T00:00:00Z',
      '2026-03-02T00:00:00Z',
    ];
    const bill = billAt(timestamps);

    expect(inWindows(bill, byTime(bill, bill.rows()), DAYS).map(({ window }) => window)).toEqual(DAYS);
    expect(filledOf(timestamps, DAYS)).toEqual([
      ['2026-03-02T00:00:00Z', '2026-03-03T00:30:00+01:00', '2026-03-02T23:59:59.9999999999Z'],
      [],
      ['2026-03-04T00:00:00Z', '2026-03-04T23:59:59.999999999Z'],
    ]);
  });

  it('at one instant keep their order', () => {
    const timestamps = ['2026-03-02T01:00:00+01:00', '2026-03-02T00:00:00Z', '2026-03-01T23:00:00-01:00'];
    expect(filledOf(timestamps, DAYS)).toEqual([timestamps, [], []]);
  });

  it('are none in windows without any', () => {
    expect(filledOf([], DAYS)).toEqual([[], [], []]);
    expect(filledOf([], [])).toEqual([]);
  });

  it('are there once each, in the window that holds them, whatever the clock does', () => {
    const zone = fc.constantFrom('UTC', 'Europe/London', 'Atlantic/Azores', 'Asia/Kolkata', 'Australia/Lord_Howe');
    fc.assert(
      fc.property(anyTimes, fc.constantFrom(...GRANULARITIES), zone, (times, granularity, timeZone) => {
        const bill = billAt(times);
        const inOrder = byTime(bill, bill.rows());
        const bounds = boundsOf(bill, inOrder, {}, granularity, timeZone);
        const filled = inWindows(bill, inOrder, bounds ? windowsOf(bounds, granularity, timeZone, 100) : []);
        const strays = filled.flatMap(({ window, rows }) => {
          const [from, to] = [window.from.toInstant(), window.to.toInstant()];
          return Array.from(rows).filter((row) => !contains({ from, to }, instantOf(bill.timestamp(row))));
        });

        expect(strays).toEqual([]);
        expect(filled.flatMap(({ rows }) => Array.from(rows))).toEqual(Array.from(inOrder));
      }),
      { numRuns: 200, seed: 20_260_329 },
    );
  });
});
