/** The value that `share` (0 to 1) of the values are at or below, by nearest rank. Throws a RangeError for no values. */
export const percentile = (values: ArrayLike<number>, share: number): number => {
  const sorted = Float64Array.from(values).sort();
  const value = sorted[Math.max(0, Math.ceil(share * sorted.length) - 1)];
  if (value === undefined) throw new RangeError('a percentile of no values');
  return value;
};

/** The value in the middle; between two, their mean. Throws a RangeError for no values. */
export const median = (values: ArrayLike<number>): number => {
  const sorted = Float64Array.from(values).sort();
  const upper = sorted[sorted.length >> 1];
  const lower = sorted[(sorted.length - 1) >> 1];
  if (upper === undefined || lower === undefined) throw new RangeError('a median of no values');
  return (lower + upper) / 2;
};

export interface Point {
  readonly x: number;
  readonly y: number;
}

export interface Line {
  readonly slope: number;
  readonly intercept: number;
}

/** The straight line with the least squares of the vertical distances. Two points or more, with different `x`. */
export const fitLine = (points: readonly Point[]): Line => {
  const meanX = mean(points.map(({ x }) => x));
  const meanY = mean(points.map(({ y }) => y));
  const slope =
    total(points.map(({ x, y }) => (x - meanX) * (y - meanY))) / total(points.map(({ x }) => (x - meanX) ** 2));
  return { slope, intercept: meanY - slope * meanX };
};

/** The `k` of the best `y = c · x^k`: 1 where `y` grows in line with `x`, 2 where it grows with its square. */
export const growthExponent = (points: readonly Point[]): number =>
  fitLine(points.map(({ x, y }) => ({ x: Math.log(x), y: Math.log(y) }))).slope;

const total = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0);

const mean = (values: readonly number[]): number => total(values) / values.length;
