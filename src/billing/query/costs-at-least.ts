import { type Credits, toCredits, isLess } from '../../pricing/index.js';
import type { Bill } from '../bill.js';

/** Returns a test for rows that cost `least` or more. It compares each report and each text price once, however many rows there are. */
export const costsAtLeast = (bill: Bill, least: Credits): ((row: number) => boolean) => {
  const byReport = bill.namedReports.map(({ cost }) => cost && !isLess(cost, least));
  const byTextUnits = new Map<number, boolean>();
  return (row) => {
    const isReportEnough = byReport[bill.reportIndex(row)];
    if (isReportEnough !== undefined) return isReportEnough;
    const units = bill.textUnits(row);
    const isTextEnough = byTextUnits.get(units) ?? !isLess(toCredits(units, bill.scale), least);
    byTextUnits.set(units, isTextEnough);
    return isTextEnough;
  };
};
