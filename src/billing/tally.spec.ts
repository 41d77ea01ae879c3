import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { billOf, type BilledFields, literalPricer } from '../../test/support/billed.js';
import { credits, plus, ZERO } from '../pricing/index.js';
import { TimeSlice } from '../time/time-slice.js';
import { Bill } from './bill.js';
import { PricedMessages } from '../period/priced-messages.js';
import { Tally } from './tally.js';

const sharesOf = async (bill: Bill, rows = bill.messages.rows()) => {
  const tally = new Tally(bill);
  await tally.addRows(rows, new TimeSlice());
  return tally.takeShares();
};

describe('Tally', () => {
  const BILL = billOf(
    { cost: '1.05' },
    { reportId: 8, cost: '2.5' },
    { reportId: 7, name: 'Lease Abstract', cost: '0.1' },
    { cost: '3' },
    { reportId: 8, cost: '0.5' },
  );

  it('sums messages and text units by report, in the order of first occurrence', async () => {
    const shares = await sharesOf(BILL);
    const plain = shares.map(({ reportIndex, messages, textUnits }) => [
      reportIndex,
      messages,
      Number(textUnits) / 1e8,
    ]);
    expect(plain).toEqual([
      [-1, 2, 4.05],
      [0, 2, 3],
      [1, 1, 0],
    ]);
  });

  it('starts over once its shares are taken', async () => {
    const tally = new Tally(BILL);
    await tally.addRows(Uint32Array.of(0, 1), new TimeSlice());
    await tally.addRows(Uint32Array.of(2), new TimeSlice());
    expect(BILL.creditsOf(tally.takeShares())).toEqual(credits('3.65'));
    expect(tally.takeShares()).toEqual([]);
    await tally.addRows(Uint32Array.of(3), new TimeSlice());
    expect(BILL.creditsOf(tally.takeShares())).toEqual(credits('3'));
  });

  it('sums to the cost of its rows', async () => {
    const anyMessage: fc.Arbitrary<BilledFields> = fc.record(
      {
        cost: fc.constantFrom('0', '0.1', '1.05', '79', '0.00000001'),
        reportId: fc.nat(3),
        name: fc.constantFrom('Lease Abstract', 'Rent Review'),
      },
      { requiredKeys: ['cost'] },
    );
    await fc.assert(
      fc.asyncProperty(fc.array(anyMessage), async (messages) => {
        const bill = billOf(...messages);
        const expected = Array.from(bill.messages.rows(), (row) => bill.credits(row)).reduce(plus, ZERO);
        expect(bill.creditsOf(await sharesOf(bill))).toEqual(expected);
        expect(bill.wholeTotal()).toEqual(expected);
      }),
    );
  });

  it('loses no unit if the sum exceeds the safe integers', async () => {
    const units = [Number.MAX_SAFE_INTEGER, Number.MAX_SAFE_INTEGER, 1, Number.MAX_SAFE_INTEGER - 1, 2];
    const priced = new PricedMessages({ scale: 2, priceInUnits: Number });
    priced.collect(units.map((each, id) => ({ id, text: String(each), timestamp: '2026-03-02T00:00:00Z' })));
    const [share] = await sharesOf(new Bill({ messages: priced.table, reports: new Map() }));
    expect(share?.textUnits).toBe(units.reduce((sum, each) => sum + BigInt(each), 0n));
  });

  it('counts a report that costs a fraction of a unit as often as it is named', async () => {
    const bill = billOf(...Array.from({ length: 3 }, () => ({ reportId: 7, name: 'R', cost: '1e-20' })));
    expect(literalPricer.scale).toBeLessThan(20);
    expect(bill.creditsOf(await sharesOf(bill))).toEqual(credits('3e-20'));
  });
});
