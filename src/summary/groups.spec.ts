import { describe, expect, it } from '@jest/globals';
import { billOf, idsOf } from '../../test/support/billed.js';
import { TimeSlice } from '../time/time-slice.js';
import { Tally } from '../billing/tally.js';
import { type Grouping, toGroups } from './groups.js';

const BILL = billOf(
  { id: 1 },
  { id: 2, reportId: 8 },
  { id: 3, reportId: 7, name: 'Lease Abstract' },
  { id: 4, reportId: 9, name: 'Lease Abstract' },
  { id: 5, reportId: 8 },
  { id: 6 },
  { id: 7, reportId: 7, name: 'Lease Abstract' },
);

/** The groups, each with the ids of its messages. */
const groupsAsIds = async (...groupings: Grouping[]): Promise<unknown[]> => {
  const tally = new Tally(BILL);
  await tally.addRows(BILL.messages.rows(), new TimeSlice());
  return toGroups(BILL, tally.takeShares(), groupings).map(({ labels, shares }) => {
    const indices = new Set(shares.map(({ reportIndex }) => reportIndex));
    return {
      labels,
      ids: idsOf(
        BILL,
        BILL.messages.rows().filter((row) => indices.has(BILL.reportIndex(row))),
      ),
    };
  });
};

describe('toGroups', () => {
  it('makes one group of all messages if no grouping is asked for', async () => {
    expect(await groupsAsIds()).toEqual([{ labels: {}, ids: [1, 2, 3, 4, 5, 6, 7] }]);
  });

  it('groups by the id of the report, not its name, in the order of first occurrence', async () => {
    expect(await groupsAsIds('report')).toEqual([
      { labels: { report: null }, ids: [1, 6] },
      { labels: { report: { id: 8 } }, ids: [2, 5] },
      { labels: { report: { id: 7, name: 'Lease Abstract' } }, ids: [3, 7] },
      { labels: { report: { id: 9, name: 'Lease Abstract' } }, ids: [4] },
    ]);
  });

  it('groups by basis', async () => {
    expect(await groupsAsIds('basis')).toEqual([
      { labels: { basis: 'text' }, ids: [1, 6] },
      { labels: { basis: 'text_report_not_found' }, ids: [2, 5] },
      { labels: { basis: 'report' }, ids: [3, 4, 7] },
    ]);
  });

  it.each<{ groupings: Grouping[] }>([{ groupings: ['report', 'basis'] }, { groupings: ['basis', 'report'] }])(
    'are those of both, by $groupings',
    async ({ groupings }) => {
      expect(await groupsAsIds(...groupings)).toEqual([
        { labels: { report: null, basis: 'text' }, ids: [1, 6] },
        { labels: { report: { id: 8 }, basis: 'text_report_not_found' }, ids: [2, 5] },
        { labels: { report: { id: 7, name: 'Lease Abstract' }, basis: 'report' }, ids: [3, 7] },
        { labels: { report: { id: 9, name: 'Lease Abstract' }, basis: 'report' }, ids: [4] },
      ]);
    },
  );

  it('makes one empty group without labels if there are no messages', () => {
    expect(toGroups(BILL, [], ['report', 'basis'])).toEqual([{ labels: {}, shares: [] }]);
  });
});
