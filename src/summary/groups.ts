import type { ReceiptReportDto } from '../receipts/receipt.dto.js';
import type { Bill } from '../usage/bill.js';
import type { SummaryGroupDto } from './summary.dto.js';

export const GROUPINGS = ['report', 'basis'] as const;

export type Grouping = (typeof GROUPINGS)[number];

export interface Group {
  readonly labels: SummaryGroupDto;
  readonly rows: Uint32Array;
}

/**
 * The rows by their report (null: none named), by their basis, or by both, in the order in which the groups first occur.
 * There is always one group at least, an empty one for no rows: an empty window is a window too.
 */
export const groupsOf = (bill: Bill, rows: Uint32Array, groupings: readonly Grouping[]): Group[] => {
  if (rows.length === 0 || groupings.length === 0) return [{ labels: {}, rows }];
  // The report decides the basis too.
  const keyOf = groupings.includes('report') ? bill.reportId.bind(bill) : bill.basis.bind(bill);
  const groups = new Map<unknown, number[]>();
  for (const row of rows) {
    const key = keyOf(row);
    const group = groups.get(key);
    if (group) group.push(row);
    else groups.set(key, [row]);
  }
  return Array.from(groups.values(), (group) => ({
    labels: labelsOf(bill, group[0] ?? 0, groupings),
    rows: Uint32Array.from(group),
  }));
};

const labelsOf = (bill: Bill, row: number, groupings: readonly Grouping[]): SummaryGroupDto => ({
  ...(groupings.includes('report') && { report: reportOf(bill, row) }),
  ...(groupings.includes('basis') && { basis: bill.basis(row) }),
});

const reportOf = (bill: Bill, row: number): ReceiptReportDto | null => {
  const id = bill.reportId(row);
  const report = bill.report(row);
  return id === undefined ? null : { id, ...(report && { name: report.name }) };
};
