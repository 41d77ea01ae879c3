import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { billOf, literalPricer } from '../../test/support/billed.js';
import { exact } from '../../test/support/exact.js';
import { toAmount } from '../billing/amount.js';
import { credits, plus, toCredits, ZERO } from '../pricing/index.js';
import { TimeSlice } from '../time/time-slice.js';
import { CandidatePrices } from './candidate-prices.js';
import { findChanges, ComparedTotals } from './compared-bills.js';
import type { ComparedBills } from './compared-shares.js';

/** Messages by their prices: of the text by either card, or of the report by both. */
const compared = (...prices: readonly { by?: readonly [number, number]; report?: number }[]): ComparedBills => {
  const candidates = new CandidatePrices(literalPricer);
  const timestamp = '2026-03-02T08:14:09Z';
  candidates.collect(prices.map(({ by: [, text] = [0, 0] }, id) => ({ id, text: String(text), timestamp })));
  const baseline = billOf(
    ...prices.map(({ by, report }, id) =>
      by ? { id, cost: by[0] } : { id, cost: report ?? 0, name: 'Lease Abstract' },
    ),
  );
  return { baseline, candidate: baseline.pricedBy(candidates) };
};

const amounts = (baseline: number, candidate: number, difference: number) => ({
  baseline: exact(baseline),
  candidate: exact(candidate),
  difference: exact(difference),
});
const timeSlice = new TimeSlice();

describe('ComparedTotals', () => {
  const bills = compared({ by: [2.1, 1.5] }, { by: [0.1, 0.3] }, { report: 45 }, { by: [1, 1] });

  it('finds changes message by message; a report costs the same by every card', async () => {
    expect(await findChanges(bills, timeSlice)).toEqual({
      messages: { dearer: 1, cheaper: 1, unchanged: 2 },
      increases: credits(0.2),
      decreases: credits(-0.6),
      top: [
        { message_id: 0, ...amounts(2.1, 1.5, -0.6) },
        { message_id: 1, ...amounts(0.1, 0.3, 0.2) },
      ],
    });
  });

  it('sums exactly, over all rows or some', async () => {
    expect(await new ComparedTotals(bills).sum(bills.baseline.messages.rows(), timeSlice)).toEqual(
      amounts(48.2, 47.8, -0.4),
    );
    expect(await new ComparedTotals(bills).sum(Uint32Array.of(1, 2), timeSlice)).toEqual(amounts(45.1, 45.3, 0.2));
  });

  it('sums to 0 over no rows', async () => {
    expect(await new ComparedTotals(bills).sum(Uint32Array.of(), timeSlice)).toEqual(amounts(0, 0, 0));
    expect(await findChanges(compared(), timeSlice)).toEqual({
      messages: { dearer: 0, cheaper: 0, unchanged: 0 },
      increases: ZERO,
      decreases: ZERO,
      top: [],
    });
  });
});

describe('findChanges', () => {
  const topOf = async (differences: readonly number[]): Promise<number[]> => {
    const prices = differences.map((difference) => ({ by: [100, 100 + difference] as const }));
    return (await findChanges(compared(...prices), timeSlice)).top.map(({ message_id }) => message_id);
  };

  it('sorts by how much the price changes, up or down; equal changes keep upstream’s order', async () => {
    expect(await topOf([0.5, -0.5, 0, -0.51, 12.3, 0.5, -12.31])).toEqual([6, 4, 3, 0, 1, 5]);
  });

  it('lists the ten largest changes in each direction', async () => {
    const differences = Array.from({ length: 51 }, (_, place) => ((place * 7) % 51) - 15);
    const largest = differences
      .map((difference, id) => ({ difference, id }))
      .toSorted((a, b) => b.difference - a.difference);
    const listed = [...largest.slice(0, 10), ...largest.slice(-10)];
    expect(new Set(await topOf(differences))).toEqual(new Set(listed.map(({ id }) => id)));
  });

  it('sums changes exactly, even where no double holds the sum', async () => {
    const bills = compared(...[1, 2, 3].map(() => ({ by: [0, 45_035_996.273_704_97] as const })));
    const { increases, decreases } = await findChanges(bills, timeSlice);
    expect([increases, decreases]).toEqual([toCredits(13_510_798_882_111_491n, 8), ZERO]);
  });

  it('finds increases and decreases that add up to the difference', async () => {
    const anyCost = fc.integer({ min: 0, max: 10 ** 12 }).map((units) => units / 10 ** 4);
    await fc.assert(
      fc.asyncProperty(fc.array(fc.tuple(anyCost, anyCost), { maxLength: 40 }), async (prices) => {
        const bills = compared(...prices.map((by) => ({ by })));
        const { increases, decreases } = await findChanges(bills, timeSlice);
        const { difference } = await new ComparedTotals(bills).sum(bills.baseline.messages.rows(), timeSlice);
        expect(toAmount(plus(increases, decreases))).toEqual(difference);
      }),
    );
  });
});
