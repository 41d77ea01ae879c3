import { toReportReference } from '../billing/explanation/report-reference.dto.js';
import type { TimeSlice } from '../time/time-slice.js';
import { compareShares } from './compared-bills.js';
import type { ComparedBills, ComparedShare } from './compared-shares.js';
import type { ComparedReportDto } from './comparison.dto.js';
import { LargestChanges } from './largest-changes.js';
import { unitDifference } from './text-difference.js';

/** Reports that a comparison lists. */
const TOP_LENGTH = 20;

/**
 * Compares what the messages cost that name the same report, or none: the largest changes first, at
 * most {@link TOP_LENGTH}. `shares`: all messages of the period. A report that exists costs the same
 * by every card, so it is not listed.
 */
export const compareReports = async (
  bills: ComparedBills,
  shares: readonly ComparedShare[],
  timeSlice: TimeSlice,
): Promise<ComparedReportDto[]> => {
  const { baseline, candidate } = bills;
  const differenceOf = unitDifference(baseline, candidate);
  const largest = new LargestChanges<ComparedShare>(TOP_LENGTH);
  for (const share of shares) {
    const change = differenceOf(share.before.textUnits, share.after.textUnits);
    if (change !== 0n && baseline.basisOf(share.before.reportIndex) !== 'report') largest.insert(share, change);
    await timeSlice.yieldIfSpent();
  }
  return largest.items.map((share) => {
    const named = baseline.namedReports[share.before.reportIndex];
    return {
      report: named ? toReportReference(named.id, named.report) : null,
      messages: share.before.messages,
      ...compareShares(bills, [share]),
    };
  });
};
