import { describe, expect, it } from '@jest/globals';
import { type BilledFields, billOf, literalPricer } from '../../test/support/billed.js';
import { exact } from '../../test/support/exact.js';
import { TimeSlice } from '../time/time-slice.js';
import { CandidatePrices } from './candidate-prices.js';
import { compareReports } from './compared-reports.js';
import { ComparedTally } from './compared-shares.js';

const timeSlice = new TimeSlice();

/** The reports whose messages cost `candidate` instead of what they say. */
const reportsOf = async (candidate: (cost: number) => number, ...messages: readonly BilledFields[]) => {
  const baseline = billOf(...messages);
  const prices = new CandidatePrices(literalPricer);
  const timestamp = '2026-03-02T08:14:09Z';
  prices.collect(messages.map(({ cost }, id) => ({ id, text: String(candidate(Number(cost))), timestamp })));
  const bills = { baseline, candidate: baseline.pricedBy(prices) };
  return compareReports(bills, await new ComparedTally(bills).sharesOf(baseline.messages.rows(), timeSlice), timeSlice);
};

const amounts = (baseline: number, candidate: number, difference: number) => ({
  baseline: exact(baseline),
  candidate: exact(candidate),
  difference: exact(difference),
});

describe('compareReports', () => {
  it('adds up messages by the report that they name, the largest change first', async () => {
    const reports = await reportsOf(
      (cost) => cost + 0.5,
      { cost: 1 },
      { cost: 2, reportId: 8 },
      { cost: 3, reportId: 8 },
      { cost: 4, reportId: 9 },
    );
    expect(reports).toEqual([
      { report: { id: 8 }, messages: 2, ...amounts(5, 6, 1) },
      { report: null, messages: 1, ...amounts(1, 1.5, 0.5) },
      { report: { id: 9 }, messages: 1, ...amounts(4, 4.5, 0.5) },
    ]);
  });

  it('leaves out reports that exist, and what comes to the same', async () => {
    const cheaper = (cost: number) => (cost === 1 ? 2 : cost === 2 ? 1 : cost);
    expect(
      await reportsOf(
        cheaper,
        { cost: 1 },
        { cost: 2 },
        { cost: 45, name: 'Lease Abstract' },
        { cost: 7, reportId: 9 },
      ),
    ).toEqual([]);
  });

  it('lists the twenty largest', async () => {
    const messages = Array.from({ length: 25 }, (_, index) => ({ cost: index, reportId: index }));
    const reports = await reportsOf((cost) => 2 * cost, ...messages);
    expect(reports.map(({ report }) => report?.id)).toEqual(Array.from({ length: 20 }, (_, index) => 24 - index));
  });
});
