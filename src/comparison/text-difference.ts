import type { Bill } from '../billing/bill.js';

/**
 * Returns a function that tells by how much the text of a row costs more by `candidate`, in units
 * of the finer of the two scales. It returns a number if that is exact, which spares a bigint for
 * each of a million rows, and a bigint otherwise: JavaScript compares the two by value.
 */
export const textDifference = (baseline: Bill, candidate: Bill): ((row: number) => number | bigint) => {
  const scale = Math.max(baseline.scale, candidate.scale);
  const [baselineUnit, candidateUnit] = [baseline, candidate].map((bill) => 10 ** (scale - bill.scale)) as [
    number,
    number,
  ];
  return (row) => {
    const [before, after] = [baseline.textUnits(row), candidate.textUnits(row)];
    const [left, right] = [before * baselineUnit, after * candidateUnit];
    if (Math.max(Math.abs(left), Math.abs(right)) <= Number.MAX_SAFE_INTEGER / 2) return right - left;
    return BigInt(after) * BigInt(candidateUnit) - BigInt(before) * BigInt(baselineUnit);
  };
};
