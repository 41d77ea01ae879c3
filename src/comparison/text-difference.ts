import type { Bill } from '../billing/bill.js';

/**
 * Returns a function from a row to what its text costs more by `candidate`, in units of the finer
 * of the two scales. That function returns a number if that is exact, which spares a bigint for
 * each of a million rows, and a bigint otherwise: JavaScript compares the two by value.
 */
export const textDifference = (baseline: Bill, candidate: Bill): ((row: number) => number | bigint) => {
  const [baselineFactor, candidateFactor] = factorsOf(baseline, candidate);
  const exactly = unitDifference(baseline, candidate);
  return (row) => {
    const [before, after] = [baseline.textUnits(row), candidate.textUnits(row)];
    const [left, right] = [before * baselineFactor, after * candidateFactor];
    if (Math.max(Math.abs(left), Math.abs(right)) <= Number.MAX_SAFE_INTEGER / 2) return right - left;
    return exactly(before, after);
  };
};

/**
 * Returns a function that subtracts an amount in units of `baseline` from one in units of
 * `candidate`; the difference is in units of the finer of the two scales.
 */
export const unitDifference = (
  baseline: Bill,
  candidate: Bill,
): ((before: number | bigint, after: number | bigint) => bigint) => {
  const [baselineFactor, candidateFactor] = factorsOf(baseline, candidate).map(BigInt) as [bigint, bigint];
  return (before, after) => BigInt(after) * candidateFactor - BigInt(before) * baselineFactor;
};

/** What turns units of each bill into units of the finer of the two scales. */
const factorsOf = (baseline: Bill, candidate: Bill): [number, number] => {
  const scale = Math.max(baseline.scale, candidate.scale);
  return [10 ** (scale - baseline.scale), 10 ** (scale - candidate.scale)];
};
