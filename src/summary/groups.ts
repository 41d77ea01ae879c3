import type { ReportReferenceDto } from '../billing/explanation/report-reference.dto.js';
import type { Bill, Share } from '../billing/bill.js';
import type { SummaryGroupDto } from './summary.dto.js';

export const GROUPINGS = ['report', 'basis'] as const;

export type Grouping = (typeof GROUPINGS)[number];

export interface Group {
  readonly labels: SummaryGroupDto;
  readonly shares: readonly Share[];
}

/**
 * The messages by their report (null: none named), by their basis, or by both, in the order in which the groups first occur.
 * There is always one group at least, an empty one for no messages: an empty window is a window too.
 */
export const groupsOf = (bill: Bill, shares: readonly Share[], groupings: readonly Grouping[]): Group[] => {
  if (shares.length === 0 || groupings.length === 0) return [{ labels: {}, shares }];
  // The report decides the basis too.
  const groups = groupings.includes('report') ? shares.map((share) => [share]) : byBasis(bill, shares);
  return groups.map((group) => ({ labels: labelsOf(bill, group[0]?.reportIndex ?? 0, groupings), shares: group }));
};

const byBasis = (bill: Bill, shares: readonly Share[]): Share[][] => {
  const groups = new Map<unknown, Share[]>();
  for (const share of shares) {
    const basis = bill.basisOf(share.reportIndex);
    const group = groups.get(basis);
    if (group) group.push(share);
    else groups.set(basis, [share]);
  }
  return [...groups.values()];
};

const labelsOf = (bill: Bill, reportIndex: number, groupings: readonly Grouping[]): SummaryGroupDto => ({
  ...(groupings.includes('report') && { report: reportOf(bill, reportIndex) }),
  ...(groupings.includes('basis') && { basis: bill.basisOf(reportIndex) }),
});

const reportOf = (bill: Bill, reportIndex: number): ReportReferenceDto | null => {
  const named = bill.namedReports[reportIndex];
  return named ? { id: named.id, ...(named.report && { name: named.report.name }) } : null;
};
