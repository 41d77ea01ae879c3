import type { Change } from './change.js';

/** What changes of a period do to the order of its lines where upstream only drops and appends. */
export interface OrderChange {
  readonly gone: ReadonlySet<number>;
  readonly come: readonly number[];
}

export const orderChangeOf = (changes: readonly Change[]): OrderChange => {
  const gone = new Set<number>();
  const come: number[] = [];
  for (const change of changes) {
    const { op, entry } = change;
    if (op === 'missing') gone.add(entry);
    if (op === 'back' || (op === 'added' && !change.line.missingSince)) come.push(entry);
  }
  return { gone, come };
};

/** The lines of before that stayed, then what came. */
export const impliedOrder = (before: readonly number[], { gone, come }: OrderChange): number[] => {
  const order: number[] = [];
  for (const entry of before) if (!gone.has(entry)) order.push(entry);
  for (const entry of come) order.push(entry);
  return order;
};

export const isSameOrder = (a: readonly number[], b: readonly number[]): boolean =>
  a.length === b.length && a.every((entry, position) => entry === b[position]);
