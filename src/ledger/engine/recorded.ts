import type { HeldReading } from '../../billing/held-reading.js';
import type { Entry } from '../rule/entry.js';
import type { LedgerMemory } from './ledger-memory.js';

/** What the ledger made of a reading. */
export interface Recorded {
  /** Number of the reading; of the newest one where upstream gave that again. */
  readonly number: number;
  readonly outcome: 'applied' | 'past' | 'held' | 'confirmed';
  /** Why it is held. */
  readonly reason: HeldReading['reason'] | undefined;
  /** Ids of the periods that the reading closed. */
  readonly closed: readonly string[];
  /** Ids of the periods whose texts had become too old and were deleted. */
  readonly textsDeleted: readonly string[];
}

/** What the ledger made of a reading, from the entries that it has recorded for that reading. */
export const toRecorded = (
  { state }: LedgerMemory,
  entries: readonly Entry[],
  textsDeleted: readonly string[],
): Recorded => {
  const [first] = entries;
  const judgement = first?.kind === 'reading' ? first.judgement : undefined;
  return {
    number: state.last?.number ?? 0,
    outcome: judgement?.outcome ?? 'confirmed',
    reason: judgement?.reason,
    closed: entries.flatMap((entry) => (entry.kind === 'closing' ? [entry.period] : [])),
    textsDeleted,
  };
};
