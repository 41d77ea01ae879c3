import { describe, expect, it } from '@jest/globals';
import { billOf } from '../../test/support/billed.js';
import { credits } from '../pricing/index.js';

describe('Bill.wholeTotal', () => {
  it('loses no unit beyond the safe integers', () => {
    const costs = ['90000000.00000001', '90000000.00000002', '0.00000004'];
    const bill = billOf(...costs.map((cost, id) => ({ id, cost })), { cost: '90000000.00000003', reportId: 7 });
    expect(bill.wholeTotal()).toEqual(credits('270000000.0000001'));
  });

  it('adds the cost of a report to its last digit, as often as messages name it', () => {
    const report = { cost: '0.1234567890123456789', reportId: 7, name: 'Lease Abstract' };
    const bill = billOf({ cost: '5.2' }, report, report, report);
    expect(bill.wholeTotal()).toEqual(credits('5.5703703670370370367'));
  });
});
