import type { Credits } from '../../pricing/index.js';
import type { Bill } from '../bill.js';

/** Cap of a key in units. The price of a text is a safe integer, so it is below. */
const UNITS_MAX = 2 ** 53;

/**
 * Two sort keys that order rows by what they cost, exactly. The first is the cost in whole units,
 * those that texts are priced in. The second breaks ties between reports whose costs have a
 * fraction of a unit, or exceed {@link UNITS_MAX}.
 */
export const toCreditKeys = (bill: Bill): [(row: number) => number, (row: number) => number] => {
  const keys = toKeys(
    bill.namedReports.map(({ cost }) => cost),
    bill.scale,
  );
  return [
    (row) => keys[bill.reportIndex(row)]?.units ?? bill.textUnits(row),
    (row) => keys[bill.reportIndex(row)]?.rank ?? 0,
  ];
};

interface CostKeys {
  readonly units: number;
  /** 0 if the cost is exactly `units`; otherwise its rank among all costs, from 1. */
  readonly rank: number;
}

/** Both keys of each cost; undefined for an index without a cost. */
const toKeys = (costs: readonly (Credits | undefined)[], unitScale: number): (CostKeys | undefined)[] => {
  const scale = costs.reduce((finest, cost) => Math.max(finest, cost?.scale ?? 0), unitScale);
  const unit = 10n ** BigInt(scale - unitScale);
  // Bigints of one scale, because comparing decimals of 800 digits takes microseconds.
  const integers = costs.map((cost) => cost && cost.units * 10n ** BigInt(scale - cost.scale));
  const ascending = [...new Set(integers)].filter((integer) => integer !== undefined).toSorted(compareIntegers);
  const ranks = new Map(ascending.map((integer, index) => [integer, index + 1]));
  return integers.map((integer) => {
    if (integer === undefined) return undefined;
    const units = Math.min(Number(integer / unit), UNITS_MAX);
    const isWhole = units < UNITS_MAX && integer % unit === 0n;
    return { units, rank: isWhole ? 0 : (ranks.get(integer) ?? 0) };
  });
};

const compareIntegers = (a: bigint, b: bigint): number => Number(a > b) - Number(a < b);
