import { describe, expect, it } from '@jest/globals';
import { billed, idsOf } from '../../test/support/billed.js';
import type { BilledMessage } from './billed-message.js';
import { SORT_KEYS, sortedBy, type SortKey } from './sorting.js';

/** Written apart from the keys it is compared to: a key that is gone breaks callers. */
const ALL_KEYS = ['timestamp', '-timestamp', 'credits_used', '-credits_used', 'report_name', '-report_name'];

describe('a sorted bill', () => {
  it('has these keys and no others', () => {
    expect(SORT_KEYS).toEqual(ALL_KEYS);
  });

  const BILL = [
    billed({ id: 1, timestamp: '2026-03-02T10:00:00Z', cost: 2.1 }),
    billed({ id: 2, timestamp: '2026-03-02T10:30:00+01:00', cost: 45, name: 'Lease Abstract' }),
    billed({ id: 3, timestamp: '2026-03-02t10:00:00.0000001z', cost: 2.1, name: 'Break Options' }),
    billed({ id: 4, timestamp: '2026-03-02T11:00:00+01:00', cost: 10, reportId: 8 }),
    billed({ id: 5, timestamp: '2026-03-01T23:59:59Z', cost: 45, name: 'Lease Abstract' }),
  ];

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
  `('is in the order $ids by $keys: what is equal keeps upstream’s order', ({ keys, ids }) => {
    expect(idsOf(sortedBy(BILL, keys))).toEqual(ids);
  });

  it('leaves the bill that it was made of alone', () => {
    sortedBy(BILL, ['-timestamp']);
    expect(idsOf(BILL)).toEqual([1, 2, 3, 4, 5]);
  });

  it('reads each timestamp once: to read both at each comparison takes a large period minutes', () => {
    let readings = 0;
    const counted = (id: number, timestamp: string): BilledMessage => {
      const { message, ...rest } = billed({ id });
      const counting = {
        ...message,
        get timestamp() {
          readings += 1;
          return timestamp;
        },
      };
      return { ...rest, message: counting };
    };
    const bill = Array.from({ length: 60 }, (_, id) => counted(id, new Date(((id * 7) % 60) * 1000).toISOString()));
    sortedBy(bill, ['-timestamp', 'credits_used']);
    expect(readings).toBe(60);
  });

  it.each<{ what: string; costs: (string | number)[]; ids: number[] }>`
    what                                          | costs                                               | ids
    ${'numbers, not words'}                       | ${[100, 20, 3]}                                     | ${[2, 1, 0]}
    ${'the last digit of a double'}               | ${[0.10000000000000002, 0.1]}                       | ${[1, 0]}
    ${'digits that no double holds'}              | ${['0.10000000000000001', '0.1']}                   | ${[1, 0]}
    ${'as equal what differs in its writing'}     | ${['1.50', '1.5', '15e-1']}                         | ${[0, 1, 2]}
    ${'large amounts that differ in a hundredth'} | ${['10000000000000000.02', '10000000000000000.01']} | ${[1, 0]}
  `('compares credits exactly: $what', ({ costs, ids }) => {
    const bill = costs.map((cost, id) => billed({ id, cost }));
    expect(idsOf(sortedBy(bill, ['credits_used']))).toEqual(ids);
  });

  it('compares names by their code units, the empty one first and none last', () => {
    const names = ['b', 'a', 'Z', '', undefined, 'é', '🏠', 'ab'];
    const bill = names.map((name, id) => billed({ id, ...(name !== undefined && { name }) }));
    const sorted = idsOf(sortedBy(bill, ['report_name']));
    expect(sorted.map((id) => names[id])).toEqual(['', 'Z', 'a', 'ab', 'b', 'é', '🏠', undefined]);
  });

  it('puts no name last in either direction, as a spreadsheet does', () => {
    const bill = [billed({ id: 1 }), billed({ id: 2, name: '' }), billed({ id: 3, name: 'a' }), billed({ id: 4 })];
    expect(idsOf(sortedBy(bill, ['-report_name']))).toEqual([3, 2, 1, 4]);
    expect(idsOf(sortedBy(bill, ['report_name']))).toEqual([2, 3, 1, 4]);
  });
});
