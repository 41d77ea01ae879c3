import { toReportReference } from '../billing/explanation/report-reference.dto.js';
import type { Bill, Share } from '../billing/bill.js';
import { groupByBasis } from '../billing/group-by-basis.js';
import type { SummaryGroupDto } from './summary.dto.js';

export const GROUPINGS = ['report', 'basis'] as const;

export type Grouping = (typeof GROUPINGS)[number];

/** Messages of one window that have the same labels. */
export interface Group {
  readonly labels: SummaryGroupDto;
  readonly shares: readonly Share[];
}

/**
 * Groups messages by report (null if they name none), by basis, or by both, in the order in which
 * groups first occur. No messages make one empty group without labels, because an empty window has
 * a row too.
 */
export const toGroups = (bill: Bill, shares: readonly Share[], groupings: readonly Grouping[]): Group[] => {
  if (shares.length === 0 || groupings.length === 0) return [{ labels: {}, shares }];
  // A report decides the basis, so grouping by both is grouping by report.
  const groups = groupings.includes('report')
    ? shares.map((share) => [share])
    : [...groupByBasis(bill, shares).values()];
  return groups.map((group) => ({ labels: toLabels(bill, group[0]?.reportIndex ?? 0, groupings), shares: group }));
};

const toLabels = (bill: Bill, reportIndex: number, groupings: readonly Grouping[]): SummaryGroupDto => {
  const named = bill.namedReports[reportIndex];
  return {
    ...(groupings.includes('report') && { report: named ? toReportReference(named.id, named.report) : null }),
    ...(groupings.includes('basis') && { basis: bill.basisOf(reportIndex) }),
  };
};
