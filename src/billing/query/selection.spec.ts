import { describe, expect, it } from '@jest/globals';
import { billOf, idsOf } from '../../../test/support/billed.js';
import { TimeSlice } from '../../time/time-slice.js';
import { InvalidInputError } from '../../validation/invalid-input.error.js';
import { filterRows, toInterval } from './selection.js';
import type { SelectionQueryDto } from './selection-query.dto.js';

const BILL = billOf(
  { id: 1, timestamp: '2026-03-02T00:00:00Z', cost: 5.2 },
  { id: 2, timestamp: '2026-03-02T00:00:00.0000000009Z', cost: 0, name: 'Lease Abstract', reportId: 7 },
  { id: 3, timestamp: '2026-03-02T00:00:00.000000001Z', cost: '5.1999999', reportId: 8 },
  { id: 4, timestamp: '2026-03-02T05:30:00+05:30', cost: '5.20000001', reportId: 0 },
  { id: 5, timestamp: '2026-03-01T23:59:59.999999999z', cost: 79, name: 'Rent Review', reportId: 9 },
);

describe('filterRows', () => {
  it.each<{ what: string; query: SelectionQueryDto; ids: number[] }>`
    what                                          | query                                                                                   | ids
    ${'everything without a filter'}              | ${{}}                                                                                   | ${[1, 2, 3, 4, 5]}
    ${'what is at `from`, in any offset'}         | ${{ from: '2026-03-02T00:00:00Z' }}                                                     | ${[1, 2, 3, 4]}
    ${'nothing at `to`'}                          | ${{ to: '2026-03-02T00:00:00Z' }}                                                       | ${[5]}
    ${'by the instant, not by the date written'}  | ${{ to: '2026-03-02T01:00:00+01:00' }}                                                  | ${[5]}
    ${'by the nanosecond'}                        | ${{ from: '2026-03-02T00:00:00.000000001Z' }}                                           | ${[3]}
    ${'no finer than the nanosecond'}             | ${{ to: '2026-03-02T00:00:00.0000000011Z' }}                                            | ${[1, 2, 4, 5]}
    ${'what a report priced'}                     | ${{ basis: 'report' }}                                                                  | ${[2, 5]}
    ${'what its text priced'}                     | ${{ basis: 'text' }}                                                                    | ${[1]}
    ${'what names a report that does not exist'}  | ${{ basis: 'text_report_not_found' }}                                                   | ${[3, 4]}
    ${'by a report that exists'}                  | ${{ report_id: 7 }}                                                                     | ${[2]}
    ${'by a report that does not'}                | ${{ report_id: 8 }}                                                                     | ${[3]}
    ${'by report 0, which is a report'}           | ${{ report_id: 0 }}                                                                     | ${[4]}
    ${'the message of an id'}                     | ${{ message_id: 4 }}                                                                    | ${[4]}
    ${'what costs exactly the minimum, and more'} | ${{ min_credits: '5.2' }}                                                               | ${[1, 4, 5]}
    ${'the same for another spelling of it'}      | ${{ min_credits: '5.200' }}                                                             | ${[1, 4, 5]}
    ${'not what costs a little less'}             | ${{ min_credits: '5.200001' }}                                                          | ${[5]}
    ${'everything for a minimum of 0'}            | ${{ min_credits: '0' }}                                                                 | ${[1, 2, 3, 4, 5]}
    ${'what passes every filter'}                 | ${{ from: '2026-03-02T00:00:00Z', basis: 'text_report_not_found', min_credits: '5.2' }} | ${[4]}
    ${'nothing if filters exclude each other'}    | ${{ basis: 'text', report_id: 7 }}                                                      | ${[]}
  `('selects $what', async ({ query, ids }) => {
    expect(idsOf(BILL, await filterRows(BILL, query, new TimeSlice()))).toEqual(ids);
  });
});

describe('toInterval', () => {
  it.each<{ query: SelectionQueryDto; ids: number[] }>`
    query                                                                               | ids
    ${{}}                                                                               | ${[1, 2, 3, 4, 5]}
    ${{ from: '2026-03-02T00:00:00Z', to: '2026-03-02T00:00:00.000000001Z' }}           | ${[1, 2, 4]}
    ${{ from: '2026-03-01T18:59:59.999999999-05:00', to: '2026-03-02T05:30:00+05:30' }} | ${[5]}
  `('selects $ids for $query', async ({ query, ids }) => {
    expect(idsOf(BILL, await filterRows(BILL, query, new TimeSlice()))).toEqual(ids);
  });

  it.each<{ what: string; from: string; to: string }>`
    what                                   | from                                 | to
    ${'ends where it starts'}              | ${'2026-03-02T00:00:00Z'}            | ${'2026-03-02T00:00:00Z'}
    ${'ends at the same instant'}          | ${'2026-03-02T00:00:00Z'}            | ${'2026-03-02T05:30:00+05:30'}
    ${'ends before, though later by date'} | ${'2026-03-02T00:00:00+00:00'}       | ${'2026-03-02T01:00:00+02:00'}
    ${'is shorter than a nanosecond'}      | ${'2026-03-02T00:00:00.0000000001Z'} | ${'2026-03-02T00:00:00.0000000002Z'}
  `('rejects an interval that $what', ({ from, to }) => {
    expect(() => toInterval({ from, to })).toThrow(
      new InvalidInputError([{ field: 'to', reason: 'must be after from' }]),
    );
  });
});
