import type { LedgerState } from '../../src/ledger/rule/ledger-state.js';
import { PeriodBook } from '../../src/ledger/rule/period-book.js';

const plain = (_: string, value: unknown): unknown => {
  if (typeof value === 'bigint') return `${value}n`;
  // The index is made, and lines are read, at their first use, which must make no difference.
  if (value instanceof PeriodBook)
    return { ...value, list: undefined, lines: value.lines, madeIndex: undefined, index: value.index };
  return value instanceof Map ? [...(value as Map<number, unknown>)].toSorted(([a], [b]) => a - b) : value;
};

/** Everything in the state as text, to compare two of them. */
export const stateText = (state: LedgerState): string => JSON.stringify(state, plain);
