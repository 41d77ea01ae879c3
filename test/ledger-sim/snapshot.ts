import type { LedgerState } from '../../src/ledger/rule/ledger-state.js';
import type { Line } from '../../src/ledger/rule/line.js';
import type { PeriodBook, RollOver } from '../../src/ledger/rule/period-book.js';

interface PeriodSnapshot extends Pick<PeriodBook, 'id' | 'status' | 'order' | 'credits'> {
  readonly lines: readonly Line[];
  readonly rolledOver: RollOver | undefined;
  readonly closedAtMs: number | undefined;
}

/**
 * What the laws compare a state with that goes on: lines are never altered in place, so a list of
 * them is enough.
 */
export interface Snapshot {
  readonly readings: number;
  readonly periods: readonly PeriodSnapshot[];
}

export const snapshotOf = ({ last, periods }: LedgerState): Snapshot => ({
  readings: last?.number ?? 0,
  periods: periods.map(({ id, status, order, credits, rolledOver, closedAtMs, lines }) => ({
    id,
    status,
    order,
    credits,
    rolledOver,
    closedAtMs,
    lines: [...lines],
  })),
});
