import type { Change } from './change.js';

/**
 * The order of a period's lines where upstream only drops and appends: those of before that stayed,
 * then what came.
 */
export const impliedOrder = (before: readonly number[], changes: readonly Change[], period: string): number[] => {
  const own = changes.filter((change) => change.period === period);
  const gone = new Set(own.filter(({ op }) => op === 'missing').map(({ entry }) => entry));
  const come = own.filter(({ op }) => op === 'added' || op === 'back').map(({ entry }) => entry);
  return [...(gone.size === 0 ? before : before.filter((entry) => !gone.has(entry))), ...come];
};

export const isSameOrder = (a: readonly number[], b: readonly number[]): boolean =>
  a.length === b.length && a.every((entry, position) => entry === b[position]);
