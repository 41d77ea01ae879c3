import { beforeEach, describe, expect, it } from '@jest/globals';
import { CandidatePrices } from '../../src/comparison/candidate-prices.js';
import { findChanges } from '../../src/comparison/compared-bills.js';
import { compareDays } from '../../src/comparison/compared-days.js';
import { hasTooManyWindows, findBounds } from '../../src/billing/query/window-bounds.js';
import { GROUPINGS } from '../../src/summary/groups.js';
import { toFilledWindows } from '../../src/billing/query/by-window.js';
import { toSummaryRows } from '../../src/summary/summary-rows.js';
import { ROWS_AT_ONCE } from '../../src/time/time-slice.js';
import { Calendar, GRANULARITIES } from '../../src/time/windows.js';
import type { Bill } from '../../src/billing/bill.js';
import { toBillTag } from '../../src/usage/bill-tag.js';
import { countRepeatedIds } from '../../src/billing/repeated-ids.js';
import { filterRows } from '../../src/billing/query/selection.js';
import { selectRows } from '../../src/usage/page.js';
import { SORT_KEYS } from '../../src/billing/query/sorting.js';
import { Tally } from '../../src/billing/tally.js';
import { USAGE_FORMATS, type UsageFormat } from '../../src/usage/usage-formats.js';
import { writeUsageFile } from '../../src/usage/usage-file.js';
import type { UsageQueryDto } from '../../src/usage/usage-query.dto.js';
import { billOf, idsOf, literalPricer } from '../support/billed.js';
import { WatchedTurn } from '../support/watched-turn.js';

/** Not a multiple of the rows in a slice. The messages below are not in order either. */
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

describe('work on many messages yields to other requests', () => {
  let timeSlice: WatchedTurn;
  let bill: Bill;

  beforeEach(() => {
    timeSlice = new WatchedTurn();
    bill = timeSlice.watch(BILL);
  });

  /** Expects a slice to have at most `rowsMax` rows, and enough slices for `passes` over all rows. */
  const expectSlices = (rowsMax: number, passes = 1): void => {
    timeSlice.end();
    expect(timeSlice.mostRows).toBeGreaterThan(0);
    expect(timeSlice.mostRows).toBeLessThanOrEqual(rowsMax);
    expect(timeSlice.turns).toBeGreaterThanOrEqual(passes * Math.ceil(ROWS / rowsMax));
  };

  it('while they are filtered', async () => {
    expect((await filterRows(bill, FILTERED, timeSlice)).length).toBeGreaterThan(ROWS / 2);
    expectSlices(ROWS_AT_ONCE);
  });

  it.each(SORT_KEYS)('while they are sorted by %s', async (key) => {
    expect(await selectRows(bill, { sort: [key] }, timeSlice)).toHaveLength(ROWS);
    // One pass to compute keys, and two for at least one byte: to count rows, and to move them.
    expectSlices(ROWS_AT_ONCE, 3);
  });

  it('while ten thousand names of reports are sorted', async () => {
    const names = Array.from({ length: 10_000 }, (_, index) => `Report ${(index * 7919) % 10_000}`);
    const bill = billOf(...names.map((name, id) => ({ id, name })));
    expect(idsOf(bill, await selectRows(bill, { sort: ['report_name'] }, timeSlice)).map((id) => names[id])).toEqual(
      Array.from(names, (_, index) => `Report ${index}`),
    );
    // 14 merges, each in slices of 128 names.
    expect(timeSlice.turns).toBeGreaterThanOrEqual((14 * 10_000) / 128 - 14);
    const before = timeSlice.turns;
    await selectRows(bill, { sort: ['-report_name'] }, timeSlice);
    expect(timeSlice.turns - before).toBeLessThan(100);
  });

  it('while the tag of the bill is computed', async () => {
    expect(await toBillTag(bill, '"tag"', timeSlice)).toMatch(/^[\w-]{43}$/);
    expectSlices(ROWS_AT_ONCE);
  });

  it('while repeated ids are counted', async () => {
    const ids = new Set(MESSAGES.map(({ id }) => id));
    expect(await countRepeatedIds(bill.messages, timeSlice)).toBe(ROWS - ids.size);
    expectSlices(ROWS_AT_ONCE, 3);
  });

  it.each(Object.keys(USAGE_FORMATS) as UsageFormat[])('while they are streamed as %s', async (format) => {
    const { body } = await writeUsageFile(bill, { rows: bill.messages.rows() }, format, timeSlice);
    let text = '';
    for await (const chunk of body()) text += String(chunk);
    expect(text.split('\n').length > 1 || text.endsWith(']}')).toBe(true);
    expectSlices(1000);
  });

  it.each(Object.keys(USAGE_FORMATS) as UsageFormat[])('while a smaller page is written as %s', async (format) => {
    const { length } = await writeUsageFile(bill, { rows: bill.messages.rows().subarray(0, 9000) }, format, timeSlice);
    expect(length).toBeGreaterThan(9000 * 30);
    timeSlice.end();
    expect(timeSlice.mostRows).toBeLessThanOrEqual(1000);
    expect(timeSlice.turns).toBeGreaterThanOrEqual(9);
  });

  it('while they are added up', async () => {
    const tally = new Tally(bill);
    await tally.addRows(bill.messages.rows(), timeSlice);
    expect(bill.creditsOf(tally.takeShares())).toEqual(BILL.wholeTotal());
    expectSlices(ROWS_AT_ONCE);
  });

  it.each(GRANULARITIES)('while they are put into windows of %s', async (granularity) => {
    const calendar = new Calendar(granularity, 'Europe/London');
    const rows = await selectRows(BILL, { sort: ['timestamp'] }, timeSlice);
    const bounds = findBounds(bill, rows, {}, calendar) ?? {
      from: { epochMs: 0, nanoseconds: 0 },
      to: { epochMs: 0, nanoseconds: 0 },
    };
    expect(await hasTooManyWindows(bounds, calendar, timeSlice)).toBe(false);
    let messages = 0;
    for await (const row of toSummaryRows(
      bill,
      toFilledWindows(bill, rows, bounds, 'all', calendar),
      GROUPINGS,
      calendar,
      timeSlice,
    )) {
      messages += row.messages;
    }
    expect(messages).toBe(ROWS);
    // The search for the end of a window looks at a few more rows than are added up.
    expectSlices(ROWS_AT_ONCE + 32);
  });

  it('while they are compared', async () => {
    const candidates = new CandidatePrices(literalPricer);
    candidates.collect(MESSAGES.map(({ id, timestamp }) => ({ id, timestamp, text: '1' })));
    const bills = { baseline: bill, candidate: timeSlice.watch(BILL.pricedBy(candidates)) };
    const { messages } = await findChanges(bills, timeSlice);
    expect(messages.dearer + messages.cheaper + messages.unchanged).toBe(ROWS);
    const { by_day: days } = await compareDays(bills, new Calendar('P1D', 'UTC'), timeSlice);
    expect(days).toHaveLength(Math.ceil(ROWS / 1440));
    expectSlices(ROWS_AT_ONCE);
  });
});
