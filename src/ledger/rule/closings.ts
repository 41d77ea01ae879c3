import type { ClosingEntry } from './entry.js';
import type { LedgerState } from './ledger-state.js';

/**
 * The periods that a successful reading closes: their grace has ended, and their roll-over was an
 * earlier reading. Oldest first and never past one that must wait, because the digest of a period
 * names the digest of the one before.
 */
export const closingsAt = ({ periods }: LedgerState, atMs: number): ClosingEntry[] => {
  const ended = periods.filter(({ status }) => status !== 'closed');
  const waits = ended.findIndex(({ rolledOver }) => rolledOver === undefined || rolledOver.closesAtMs > atMs);
  return (waits < 0 ? ended : ended.slice(0, waits)).map(({ id }) => ({ kind: 'closing', period: id, atMs }));
};
