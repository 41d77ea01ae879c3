import type { LedgerState } from '../../src/ledger/rule/ledger-state.js';
import { check } from './check.js';
import type { RawAnswer, RawMessage } from './raw-answer.js';

const keyOf = (id: number, timestampMs: number): string => `${id}@${timestampMs}`;

/**
 * Compares the ledger with what upstream knows and never said: in which period each message
 * belongs. Holds only where the faults are those of networks and caches.
 */
export const checkTruth = (state: LedgerState, seen: readonly RawAnswer[], present: readonly RawMessage[]): void => {
  const truth = new Map(seen.flatMap(({ messages }) => messages).map((message) => [rawKey(message), message.period]));
  const filed = new Map<string, string[]>();
  const truths = new Map<string, Set<number>>();
  for (const { id, lines } of state.periods)
    for (const { message } of lines) {
      const key = keyOf(message.id, message.epochMs);
      filed.set(key, [...(filed.get(key) ?? []), id]);
      truths.set(id, (truths.get(id) ?? new Set()).add(truth.get(key) ?? -1));
    }
  const mixed = [...truths].filter(([, periods]) => periods.size > 1);
  check('truth', mixed.length === 0, () => `${mixed.map(([id]) => id).join()} has messages of several periods`);
  check(
    'truth',
    new Set([...truths.values()].flatMap((periods) => [...periods])).size === truths.size,
    () => 'a period is cut in two',
  );
  const twice = [...filed].filter(([, ids]) => ids.length > 1);
  check('truth', twice.length === 0, () => `billed twice: ${twice.map(([key]) => key).join()}`);
  const unbilled = present.filter((message) => !filed.has(rawKey(message)));
  check('truth', unbilled.length === 0, () => `${unbilled.length} messages of upstream are not billed`);
};

const rawKey = ({ id, instantMs }: RawMessage): string => keyOf(id, instantMs);
