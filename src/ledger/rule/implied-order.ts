import type { Change } from './change.js';

/**
 * The order of a period's lines where upstream only drops and appends: those of before that stayed,
 * then what came.
 */
export const impliedOrder = (before: readonly number[], changes: readonly Change[]): readonly number[] => {
  const gone = new Set(changes.filter(({ op }) => op === 'missing').map(({ entry }) => entry));
  const come = changes.filter(({ op }) => op === 'added' || op === 'back').map(({ entry }) => entry);
  if (gone.size === 0 && come.length === 0) return before;
  return [...(gone.size === 0 ? before : before.filter((entry) => !gone.has(entry))), ...come];
};

export const isSameOrder = (a: readonly number[], b: readonly number[]): boolean =>
  a.length === b.length && a.every((entry, position) => entry === b[position]);
