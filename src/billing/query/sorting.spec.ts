import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { anyTimestampLike } from '../../../test/support/any-timestamp.js';
import { billOf, type BilledFields, idsOf } from '../../../test/support/billed.js';
import { compareInstants, parseInstant } from '../../time/instant.js';
import { isTimestamp } from '../../time/timestamp.js';
import { TimeSlice } from '../../time/time-slice.js';
import type { Bill } from '../bill.js';
import { SORT_KEYS, sortRows, type SortKey } from './sorting.js';

/** Written out, not derived from `SORT_KEYS`: removing a key breaks callers. */
const ALL_KEYS = ['timestamp', '-timestamp', 'credits_used', '-credits_used', 'report_name', '-report_name'];

const sorted = async (bill: Bill, keys: readonly SortKey[]): Promise<number[]> =>
  idsOf(bill, await sortRows(bill, bill.messages.rows(), keys, new TimeSlice()));

/** The plain meaning of each field. */
const compare = (field: string, a: BilledFields, b: BilledFields): number => {
  if (field === 'credits_used') return Number(a.cost) - Number(b.cost);
  if (field === 'report_name') {
    const [left, right] = [`${a.name}`, `${b.name}`];
    return (
      new Intl.Collator('en', { numeric: true }).compare(left, right) || (left < right ? -1 : Number(left > right))
    );
  }
  return compareInstants(parseInstant(`${a.timestamp}`), parseInstant(`${b.timestamp}`));
};

describe('sortRows', () => {
  it('has these keys and no others', () => {
    expect(SORT_KEYS).toEqual(ALL_KEYS);
  });

  const BILL = billOf(
    { id: 1, timestamp: '2026-03-02T10:00:00Z', cost: 2.1 },
    { id: 2, timestamp: '2026-03-02T10:30:00+01:00', cost: 45, name: 'Lease Abstract' },
    { id: 3, timestamp: '2026-03-02t10:00:00.0000001z', cost: 2.1, name: 'Break Options' },
    { id: 4, timestamp: '2026-03-02T11:00:00+01:00', cost: 10, reportId: 8 },
    { id: 5, timestamp: '2026-03-01T23:59:59Z', cost: 45, name: 'Lease Abstract' },
  );

  it.each<{ keys: SortKey[]; ids: number[] }>`
    keys                                              | ids
    ${[]}                                             | ${[1, 2, 3, 4, 5]}
    ${['timestamp']}                                  | ${[5, 2, 1, 4, 3]}
    ${['-timestamp']}                                 | ${[3, 1, 4, 2, 5]}
    ${['credits_used']}                               | ${[1, 3, 4, 2, 5]}
    ${['-credits_used']}                              | ${[2, 5, 4, 1, 3]}
    ${['report_name']}                                | ${[3, 2, 5, 1, 4]}
    ${['-report_name']}                               | ${[2, 5, 3, 1, 4]}
    ${['report_name', 'timestamp']}                   | ${[3, 5, 2, 1, 4]}
    ${['-credits_used', 'timestamp']}                 | ${[5, 2, 4, 1, 3]}
    ${['-credits_used', '-timestamp']}                | ${[2, 5, 4, 3, 1]}
    ${['report_name', '-credits_used', '-timestamp']} | ${[3, 2, 5, 4, 1]}
  `('returns $ids by $keys; equal rows keep upstream’s order', async ({ keys, ids }) => {
    expect(await sorted(BILL, keys)).toEqual(ids);
  });

  it('does not change the rows it is given', async () => {
    const rows = BILL.messages.rows();
    await sortRows(BILL, rows, ['-timestamp'], new TimeSlice());
    expect(rows).toEqual(BILL.messages.rows());
  });

  it('sorts the rows it is given, and no others', async () => {
    const byTimestamp = async (...rows: number[]) =>
      idsOf(BILL, await sortRows(BILL, Uint32Array.from(rows), ['timestamp'], new TimeSlice()));
    expect(await byTimestamp(4, 0, 2)).toEqual([5, 1, 3]);
    expect(await byTimestamp()).toEqual([]);
  });

  it('sorts all years of four digits, those before 1970 too', async () => {
    const years = [
      '9999-12-31T23:59:59Z',
      '1969-12-31T23:59:59.9Z',
      '0000-01-01T00:00:00+23:59',
      '1970-01-01T00:00:00Z',
    ];
    const bill = billOf(...years.map((timestamp, id) => ({ id, timestamp })));
    expect(await sorted(bill, ['timestamp'])).toEqual([2, 1, 3, 0]);
    expect(await sorted(bill, ['-timestamp'])).toEqual([0, 3, 1, 2]);
  });

  it('sorts as a stable comparison sort does', async () => {
    const anyMessage = fc.record({
      timestamp: anyTimestampLike.filter(isTimestamp),
      cost: fc.oneof(
        fc.constantFrom(0, 0.1, 0.2, 45, 1e-7),
        fc.double({ min: 0, noNaN: true, noDefaultInfinity: true }),
      ),
      name: fc.constantFrom('b', 'a', '', 'é', 'A', 'e\u0301', 'a2', 'a10', 'a02', 'a\u0000'),
    });
    const anyKeys = fc.uniqueArray(fc.constantFrom(...SORT_KEYS), { maxLength: 3 });
    await fc.assert(
      fc.asyncProperty(fc.array(anyMessage, { maxLength: 40 }), anyKeys, async (messages, keys) => {
        const byKey = (a: (typeof messages)[number], b: (typeof messages)[number]): number => {
          const orders = keys.map((key) => (key.startsWith('-') ? -1 : 1) * compare(key.replace('-', ''), a, b));
          return orders.find((order) => order !== 0) ?? 0;
        };
        const bill = billOf(...messages.map((message, id) => ({ ...message, id })));
        const indexed = messages.map((message, index) => ({ message, index }));
        const expected = indexed.toSorted((a, b) => byKey(a.message, b.message)).map(({ index }) => index);
        expect(await sorted(bill, keys)).toEqual(expected);
      }),
      { seed: 20_260_329 },
    );
  });

  it.each<{ what: string; costs: (string | number)[]; ids: number[] }>`
    what                                  | costs                               | ids
    ${'numbers, not words'}               | ${[100, 20, 3]}                     | ${[2, 1, 0]}
    ${'the last digit of a double'}       | ${[0.10000000000000002, 0.1]}       | ${[1, 0]}
    ${'spellings of one number as equal'} | ${['1.50', '1.5', '15e-1']}         | ${[0, 1, 2]}
    ${'the largest amounts there are'}    | ${[Number.MAX_VALUE, 5e-324, 1e21]} | ${[1, 2, 0]}
  `('compares credits exactly: $what', async ({ costs, ids }) => {
    const bill = billOf(...costs.map((cost, id) => ({ id, cost, name: 'Lease Abstract' })));
    expect(await sorted(bill, ['credits_used'])).toEqual(ids);
  });

  it('sorts a report among texts by the last digit of its cost', async () => {
    const costs = ['2', '1.9', '1.00000001', '1', '0.00000001', '0'];
    const reports = ['1.000000011', '1.00000001', '1e-20', '90071992547409920', '1.9', '90071992547409921e-1'];
    const bill = billOf(
      ...costs.map((cost, id) => ({ id, cost })),
      ...reports.map((cost, index) => ({ id: 10 + index, cost, name: 'R' })),
    );
    const ascending = [5, 12, 4, 3, 2, 11, 10, 1, 14, 0, 15, 13];
    expect(await sorted(bill, ['credits_used'])).toEqual(ascending);
    expect(await sorted(bill, ['-credits_used'])).toEqual([13, 15, 0, 1, 14, 10, 2, 11, 3, 4, 12, 5]);
  });

  it('sorts names in English order, digits as numbers, ties by code units, the empty name first and no name last', async () => {
    const names = [
      'b',
      'Lease 10',
      'a',
      'Z',
      '',
      'lease 2',
      undefined,
      'é',
      'e\u0301',
      'f',
      '🏠',
      'Lease 2',
      'A',
      'ab',
    ];
    const bill = billOf(...names.map((name, id) => ({ id, ...(name !== undefined && { name }) })));
    expect((await sorted(bill, ['report_name'])).map((id) => names[id])).toEqual([
      '',
      '🏠',
      'a',
      'A',
      'ab',
      'b',
      'e\u0301',
      'é',
      'f',
      'lease 2',
      'Lease 2',
      'Lease 10',
      'Z',
      undefined,
    ]);
  });

  it('sorts rows without a name last in both directions, as a spreadsheet does', async () => {
    const bill = billOf({ id: 1 }, { id: 2, name: '' }, { id: 3, name: 'a' }, { id: 4 });
    expect(await sorted(bill, ['-report_name'])).toEqual([3, 2, 1, 4]);
    expect(await sorted(bill, ['report_name'])).toEqual([2, 3, 1, 4]);
  });
});
