import type { TimeSlice } from '../../time/time-slice.js';
import type { Bill } from '../bill.js';
import { sortInSlices } from './sort-in-slices.js';

/** English order, with digits compared as numbers: `Lease 2` comes before `Lease 10`. */
const COLLATOR = new Intl.Collator('en', { numeric: true });

/**
 * Compares report names by {@link COLLATOR}, and by code units if that finds them equal, so that
 * the order is total.
 */
const compareNames = (a: string, b: string): number => COLLATOR.compare(a, b) || Number(a > b) - Number(a < b);

const ranks = new WeakMap<Bill, Promise<Float64Array>>();

/**
 * The rank of each of a bill's {@link Bill.namedReports} in the order of their names, from 1; NaN
 * for a report that does not exist and so has no name. Computed once for each bill.
 */
export const rankNames = (bill: Bill, timeSlice: TimeSlice): Promise<Float64Array> => {
  const known = ranks.get(bill) ?? rank(bill, timeSlice);
  ranks.set(bill, known);
  return known;
};

const rank = async ({ namedReports }: Bill, timeSlice: TimeSlice): Promise<Float64Array> => {
  const names = namedReports.flatMap(({ report }) => report?.name ?? []);
  const inOrder = await sortInSlices([...new Set(names)], compareNames, timeSlice);
  const rankByName = new Map(inOrder.map((name, index) => [name, index + 1]));
  return Float64Array.from(namedReports, ({ report }) => (report && rankByName.get(report.name)) ?? NaN);
};
