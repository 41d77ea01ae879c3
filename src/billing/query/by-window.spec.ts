import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { billOf } from '../../../test/support/billed.js';
import { contains } from '../../../test/support/contains.js';
import { instantAt } from '../../../test/support/zoned-windows.js';
import { parseInstant } from '../../time/instant.js';
import { toEpochTime } from '../../time/epoch-time.js';
import { TimeSlice } from '../../time/time-slice.js';
import { Calendar, GRANULARITIES } from '../../time/windows.js';
import type { Bill } from '../bill.js';
import { sortByTime } from './sorting.js';
import { type WindowBounds, findBounds } from './window-bounds.js';
import { type FilledWindow, toFilledWindows, WINDOWS, type Windows } from './by-window.js';

const billAt = (timestamps: readonly string[]): Bill =>
  billOf(...timestamps.map((timestamp, id) => ({ id, timestamp })));

const byTimeOf = (bill: Bill): Promise<Uint32Array> => sortByTime(bill, bill.messages.rows(), new TimeSlice());

const DAYS = new Calendar('P1D', 'UTC');

const between = (from: string, to: string): WindowBounds => ({
  from: toEpochTime(parseInstant(from)),
  to: toEpochTime(parseInstant(to)),
});

/** The days from 2 to 4 March, each with the timestamps in it. */
const filledOf = async (timestamps: readonly string[], windows: Windows = 'all'): Promise<[string, ...string[]][]> => {
  const bill = billAt(timestamps);
  const bounds = between('2026-03-02T00:00:00Z', '2026-03-05T00:00:00Z');
  const filled = toFilledWindows(bill, await byTimeOf(bill), bounds, windows, DAYS);
  return Array.from(filled, ({ from, to, rows }) => [
    `${DAYS.formatTimestamp(from).slice(8, 10)} to ${DAYS.formatTimestamp(to).slice(8, 10)}`,
    ...Array.from(rows, (row) => bill.messages.timestamp(row)),
  ]);
};

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

const TIMESTAMPS = [
  '2026-03-04T23:59:59.999999999Z',
  '2026-03-02T23:59:59.9999999999Z',
  '2026-03-03T00:30:00+01:00',
  '2026-03-04T00:00:00Z',
  '2026-03-02T00:00:00Z',
];

describe('toFilledWindows', () => {
  it('puts messages into the window of their instant, in order of time, and keeps empty windows', async () => {
    expect(await filledOf(TIMESTAMPS)).toEqual([
      ['02 to 03', '2026-03-02T00:00:00Z', '2026-03-03T00:30:00+01:00', '2026-03-02T23:59:59.9999999999Z'],
      ['03 to 04'],
      ['04 to 05', '2026-03-04T00:00:00Z', '2026-03-04T23:59:59.999999999Z'],
    ]);
  });

  it('leaves out empty windows if asked for occupied ones', async () => {
    const all = await filledOf(TIMESTAMPS);
    expect(await filledOf(TIMESTAMPS, 'occupied')).toEqual(all.filter(([, ...timestamps]) => timestamps.length > 0));
  });

  it('keeps the order of messages at the same instant', async () => {
    const timestamps = ['2026-03-02T01:00:00+01:00', '2026-03-02T00:00:00Z', '2026-03-01T23:00:00-01:00'];
    expect(await filledOf(timestamps)).toEqual([['02 to 03', ...timestamps], ['03 to 04'], ['04 to 05']]);
  });

  it('has only empty windows, or none, without messages', async () => {
    expect(await filledOf([])).toEqual([['02 to 03'], ['03 to 04'], ['04 to 05']]);
    expect(await filledOf([], 'occupied')).toEqual([]);
  });

  it('puts messages into a window that the bounds cut', async () => {
    const bill = billAt(['2026-03-02T10:00:00.5Z', '2026-03-02T11:59:59Z']);
    const bounds = between('2026-03-02T10:00:00.000000001Z', '2026-03-02T12:00:00Z');
    for (const windows of WINDOWS) {
      expect([...toFilledWindows(bill, bill.messages.rows(), bounds, windows, DAYS)]).toEqual([
        { ...bounds, rows: bill.messages.rows() },
      ]);
    }
  });

  it('finds the end of windows with any number of messages', async () => {
    const counts = [1, 2, 3, 4, 5, 7, 8, 9, 100];
    const bill = billAt(
      counts.flatMap((count, day) => Array.from({ length: count }, () => `2026-03-0${day + 1}T12:00:00Z`)),
    );
    const bounds = between('2026-03-01T00:00:00Z', '2026-03-10T00:00:00Z');
    const filled = [...toFilledWindows(bill, bill.messages.rows(), bounds, 'all', DAYS)];
    expect(filled.map(({ rows }) => rows.length)).toEqual(counts);
  });

  it('puts each message into the one window that holds it, whatever the clock does', async () => {
    const zone = fc.constantFrom('UTC', 'Europe/London', 'Atlantic/Azores', 'Asia/Kolkata', 'Australia/Lord_Howe');
    const anyCalendar = fc
      .tuple(fc.constantFrom(...GRANULARITIES), zone)
      .map(([granularity, timeZone]) => new Calendar(granularity, timeZone));
    await fc.assert(
      fc.asyncProperty(anyTimes, anyCalendar, fc.constantFrom(...WINDOWS), async (times, calendar, windows) => {
        const bill = billAt(times);
        const inOrder = await byTimeOf(bill);
        const bounds = findBounds(bill, inOrder, {}, calendar);
        const filled = bounds ? [...toFilledWindows(bill, inOrder, bounds, windows, calendar)] : [];

        expect(filled.flatMap((window) => straysOf(bill, window))).toEqual([]);
        expect(filled.flatMap(({ rows }) => Array.from(rows))).toEqual(Array.from(inOrder));
        expect(windows === 'occupied' && filled.some(({ rows }) => rows.length === 0)).toBe(false);
      }),
      { numRuns: 200, seed: 20_260_329 },
    );
  });
});

/** The rows of a window whose messages are outside of it. */
const straysOf = (bill: Bill, { from, to, rows }: FilledWindow): number[] => {
  const interval = { from: instantAt(from), to: instantAt(to) };
  return Array.from(rows).filter((row) => !contains(interval, parseInstant(bill.messages.timestamp(row))));
};
