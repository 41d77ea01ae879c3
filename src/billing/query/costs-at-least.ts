import { type Credits, toCredits, isLess } from '../../pricing/index.js';
import type { Bill } from '../bill.js';

/**
 * Returns a predicate for rows that cost `minimum` or more. It compares each report and each
 * different text price once only.
 */
export const costsAtLeast = (bill: Bill, minimum: Credits): ((row: number) => boolean) => {
  const byReport = bill.namedReports.map(({ cost }) => cost && !isLess(cost, minimum));
  const byTextUnits = new Map<number, boolean>();
  return (row) => {
    const isReportEnough = byReport[bill.reportIndex(row)];
    if (isReportEnough !== undefined) return isReportEnough;
    const units = bill.textUnits(row);
    const isTextEnough = byTextUnits.get(units) ?? !isLess(toCredits(units, bill.scale), minimum);
    byTextUnits.set(units, isTextEnough);
    return isTextEnough;
  };
};
