import { beforeEach, describe, expect, it } from '@jest/globals';
import { CandidatePrices } from '../../src/comparison/candidate-prices.js';
import { changesOf } from '../../src/comparison/compared-bills.js';
import { comparedDays } from '../../src/comparison/compared-days.js';
import { areTooMany, boundsOf } from '../../src/billing/query/window-bounds.js';
import { GROUPINGS } from '../../src/summary/groups.js';
import { inWindows } from '../../src/billing/query/by-window.js';
import { summaryRows } from '../../src/summary/summary-rows.js';
import { ROWS_AT_ONCE } from '../../src/time/time-slice.js';
import { Calendar, GRANULARITIES } from '../../src/time/windows.js';
import type { Bill } from '../../src/billing/bill.js';
import { billTag } from '../../src/usage/bill-tag.js';
import { countRepeatedIds } from '../../src/billing/repeated-ids.js';
import { filterRows } from '../../src/billing/query/selection.js';
import { selectRows } from '../../src/usage/page.js';
import { SORT_KEYS } from '../../src/billing/query/sorting.js';
import { Tally } from '../../src/billing/tally.js';
import { USAGE_FORMATS, type UsageFormat } from '../../src/usage/usage-formats.js';
import { usageFile } from '../../src/usage/usage-file.js';
import type { UsageQueryDto } from '../../src/usage/usage-query.dto.js';
import { billOf, idsOf, literalPricer } from '../support/billed.js';
import { WatchedTurn } from '../support/watched-turn.js';

/** No multiple of what is done in one go, and in no order. */
const ROWS = 3 * ROWS_AT_ONCE + 1;
const MINUTE_MS = 60_000;

const MESSAGES = Array.from({ length: ROWS }, (_, row) => ({
  id: (row * 7919) % 6000,
  timestamp: new Date(Date.UTC(2026, 2, 1) + ((row * 7919) % ROWS) * MINUTE_MS).toISOString(),
  cost: (row % 100) / 4,
  ...(row % 3 === 0 && { reportId: row % 50, ...(row % 2 === 0 && { name: `Report ${row % 50}` }) }),
}));
const BILL = billOf(...MESSAGES);

/** A query that has every filter, and takes more than half of the bill. */
const FILTERED: UsageQueryDto = {
  from: '2026-03-01T00:00:00Z',
  to: '2027-03-01T00:00:00Z',
  min_credits: '0',
  basis: 'text',
};

describe('however many messages there are, others have their turn', () => {
  let timeSlice: WatchedTurn;
  let bill: Bill;

  beforeEach(() => {
    timeSlice = new WatchedTurn();
    bill = timeSlice.watch(BILL);
  });

  /** After so many rows at most; and often enough for as many looks at all of them. */
  const expectSlices = (mostRows: number, looks = 1): void => {
    timeSlice.end();
    expect(timeSlice.mostRows).toBeGreaterThan(0);
    expect(timeSlice.mostRows).toBeLessThanOrEqual(mostRows);
    expect(timeSlice.turns).toBeGreaterThanOrEqual(looks * Math.ceil(ROWS / mostRows));
  };

  it('while they are filtered', async () => {
    expect((await filterRows(bill, FILTERED, timeSlice)).length).toBeGreaterThan(ROWS / 2);
    expectSlices(ROWS_AT_ONCE);
  });

  it.each(SORT_KEYS)('while they are sorted by %s', async (key) => {
    expect(await selectRows(bill, { sort: [key] }, timeSlice)).toHaveLength(ROWS);
    // To note the keys, and to count and to place the rows by one byte at least.
    expectSlices(ROWS_AT_ONCE, 3);
  });

  it('while ten thousand names of reports are put in order', async () => {
    const names = Array.from({ length: 10_000 }, (_, index) => `Report ${(index * 7919) % 10_000}`);
    const bill = billOf(...names.map((name, id) => ({ id, name })));
    expect(idsOf(bill, await selectRows(bill, { sort: ['report_name'] }, timeSlice)).map((id) => names[id])).toEqual(
      Array.from(names, (_, index) => `Report ${index}`),
    );
    // 14 merges of them, a hundred or so at a time.
    expect(timeSlice.turns).toBeGreaterThanOrEqual((14 * 10_000) / 128 - 14);
    const before = timeSlice.turns;
    await selectRows(bill, { sort: ['-report_name'] }, timeSlice);
    expect(timeSlice.turns - before).toBeLessThan(100);
  });

  it('while their bill gets its tag', async () => {
    expect(await billTag(bill, '"tag"', timeSlice)).toMatch(/^[\w-]{43}$/);
    expectSlices(ROWS_AT_ONCE);
  });

  it('while ids are compared', async () => {
    const ids = new Set(MESSAGES.map(({ id }) => id));
    expect(await countRepeatedIds(bill.messages, timeSlice)).toBe(ROWS - ids.size);
    expectSlices(ROWS_AT_ONCE, 3);
  });

  it.each(Object.keys(USAGE_FORMATS) as UsageFormat[])(
    'while they are written as %s, as it is read',
    async (format) => {
      const { body } = await usageFile(bill, { rows: bill.messages.rows() }, format, timeSlice);
      let text = '';
      for await (const chunk of body()) text += String(chunk);
      expect(text.split('\n').length > 1 || text.endsWith(']}')).toBe(true);
      expectSlices(1000);
    },
  );

  it.each(Object.keys(USAGE_FORMATS) as UsageFormat[])('while fewer are written as %s at once', async (format) => {
    const { length } = await usageFile(bill, { rows: bill.messages.rows().subarray(0, 9000) }, format, timeSlice);
    expect(length).toBeGreaterThan(9000 * 30);
    timeSlice.end();
    expect(timeSlice.mostRows).toBeLessThanOrEqual(1000);
    expect(timeSlice.turns).toBeGreaterThanOrEqual(9);
  });

  it('while they are added up', async () => {
    const tally = new Tally(bill);
    await tally.add(bill.messages.rows(), timeSlice);
    expect(bill.creditsOf(tally.take())).toEqual(BILL.wholeTotal());
    expectSlices(ROWS_AT_ONCE);
  });

  it.each(GRANULARITIES)('while they are put into windows of %s', async (granularity) => {
    const calendar = new Calendar(granularity, 'Europe/London');
    const rows = await selectRows(BILL, { sort: ['timestamp'] }, timeSlice);
    const bounds = boundsOf(bill, rows, {}, calendar) ?? {
      from: { epochMs: 0, nanoseconds: 0 },
      to: { epochMs: 0, nanoseconds: 0 },
    };
    expect(await areTooMany(bounds, calendar, timeSlice)).toBe(false);
    let messages = 0;
    for await (const row of summaryRows(
      bill,
      inWindows(bill, rows, bounds, 'all', calendar),
      GROUPINGS,
      calendar,
      timeSlice,
    )) {
      messages += row.messages;
    }
    expect(messages).toBe(ROWS);
    // The end of a window is found in a few steps beyond the rows that are added up.
    expectSlices(ROWS_AT_ONCE + 32);
  });

  it('while they are compared', async () => {
    const candidates = new CandidatePrices(literalPricer);
    candidates.collect(MESSAGES.map(({ id, timestamp }) => ({ id, timestamp, text: '1' })));
    const bills = { baseline: bill, candidate: timeSlice.watch(BILL.pricedBy(candidates)) };
    const { messages } = await changesOf(bills, timeSlice);
    expect(messages.dearer + messages.cheaper + messages.unchanged).toBe(ROWS);
    const { by_day: days } = await comparedDays(bills, new Calendar('P1D', 'UTC'), timeSlice);
    expect(days).toHaveLength(Math.ceil(ROWS / 1440));
    expectSlices(ROWS_AT_ONCE);
  });
});
