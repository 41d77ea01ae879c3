import type { Credits } from '../../pricing/index.js';
import type { Bill } from '../bill.js';

/** A text costs fewer units than this: a safe integer. */
const MOST_UNITS = 2 ** 53;

/**
 * Two numbers for each row that order rows by what they cost, exactly. The first is the cost in whole
 * units, those that texts are priced in; the second tells reports apart that cost a fraction of a
 * unit more, or more units than a number can count.
 */
export const orderOfCredits = (bill: Bill): [(row: number) => number, (row: number) => number] => {
  const orders = ordersOf(
    bill.namedReports.map(({ cost }) => cost),
    bill.scale,
  );
  return [
    (row) => orders[bill.reportIndex(row)]?.units ?? bill.textUnits(row),
    (row) => orders[bill.reportIndex(row)]?.rank ?? 0,
  ];
};

interface Order {
  readonly units: number;
  /** 0 if the cost is exactly these units; else its place among all costs, from 1. */
  readonly rank: number;
}

/** How each cost sorts: by its whole units, then by its rank; undefined for an index without a cost. */
const ordersOf = (costs: readonly (Credits | undefined)[], unitScale: number): (Order | undefined)[] => {
  const scale = costs.reduce((finest, cost) => Math.max(finest, cost?.scale ?? 0), unitScale);
  const unit = 10n ** BigInt(scale - unitScale);
  // Big integers of one scale, for a comparison of decimals of 800 digits takes microseconds.
  const integers = costs.map((cost) => cost && cost.units * 10n ** BigInt(scale - cost.scale));
  const ascending = [...new Set(integers)].filter((integer) => integer !== undefined).toSorted(compareIntegers);
  const ranks = new Map(ascending.map((integer, index) => [integer, index + 1]));
  return integers.map((integer) => {
    if (integer === undefined) return undefined;
    const units = Math.min(Number(integer / unit), MOST_UNITS);
    const isWhole = units < MOST_UNITS && integer % unit === 0n;
    return { units, rank: isWhole ? 0 : (ranks.get(integer) ?? 0) };
  });
};

const compareIntegers = (a: bigint, b: bigint): number => Number(a > b) - Number(a < b);
