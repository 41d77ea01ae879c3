import type { Share } from '../billing/bill.js';
import { toReportReference } from '../billing/explanation/report-reference.dto.js';
import { Tally } from '../billing/tally.js';
import type { TimeSlice } from '../time/time-slice.js';
import { type ComparedBills, toComparedCredits } from './compared-bills.js';
import type { ComparedReportDto } from './comparison.dto.js';
import { LargestChanges } from './largest-changes.js';

/** Reports that a comparison lists. */
const TOP_LENGTH = 20;

/** Messages that name the same report, or none, as they add up by both cards. */
interface ComparedShare {
  readonly before: Share;
  readonly after: Share;
}

/**
 * Compares what the messages cost that name the same report, or none: the largest changes first, at
 * most {@link TOP_LENGTH}. A report that exists costs the same by every card, so it is not listed.
 */
export const compareReports = async (bills: ComparedBills, timeSlice: TimeSlice): Promise<ComparedReportDto[]> => {
  const { baseline, candidate } = bills;
  const scale = Math.max(baseline.scale, candidate.scale);
  const [baselineUnit, candidateUnit] = [10n ** BigInt(scale - baseline.scale), 10n ** BigInt(scale - candidate.scale)];
  const largest = new LargestChanges<ComparedShare>(TOP_LENGTH);
  for (const { before, after } of await sharesOf(bills, timeSlice)) {
    const change = BigInt(after.textUnits) * candidateUnit - BigInt(before.textUnits) * baselineUnit;
    if (change !== 0n && baseline.basisOf(before.reportIndex) !== 'report') largest.insert({ before, after }, change);
    await timeSlice.yieldIfSpent();
  }
  return largest.items.map(({ before, after }) => {
    const named = baseline.namedReports[before.reportIndex];
    return {
      report: named ? toReportReference(named.id, named.report) : null,
      messages: before.messages,
      ...toComparedCredits(baseline.creditsOf([before]), candidate.creditsOf([after])),
    };
  });
};

const sharesOf = async ({ baseline, candidate }: ComparedBills, timeSlice: TimeSlice): Promise<ComparedShare[]> => {
  const rows = baseline.messages.rows();
  const [before, after] = [new Tally(baseline), new Tally(candidate)];
  await before.addRows(rows, timeSlice);
  await after.addRows(rows, timeSlice);
  const shares = after.takeShares();
  // Both bills name the same reports in the same rows, so their shares are in the same order.
  return before.takeShares().flatMap((share, index) => {
    const other = shares[index];
    return other ? [{ before: share, after: other }] : [];
  });
};
