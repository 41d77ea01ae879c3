import { applyReading } from './apply-reading.js';
import type { LedgerState } from './ledger-state.js';
import { PeriodBook } from './period-book.js';
import type { Reading } from './reading.js';
import { type LedgerRules, sightIn, verdictBy } from './record-reading.js';
import type { SeenMessage } from './seen-message.js';
import type { Verdict } from './verdict.js';

/** A message as the open period bills it, and as upstream has it; undefined where it is not there. */
export interface ComparedMessage {
  readonly was?: SeenMessage;
  readonly now?: SeenMessage;
}

/** Where a reading and the open period differ. */
export interface ReadingComparison {
  readonly verdict: Verdict;
  readonly missing: readonly ComparedMessage[];
  readonly added: readonly ComparedMessage[];
  readonly changed: readonly ComparedMessage[];
  /** Messages that earlier periods bill. */
  readonly carried: readonly ComparedMessage[];
}

/** Compares a reading with the open period, by what it would change there. Changes nothing. */
export const compareReading = (state: LedgerState, reading: Reading, rules: LedgerRules): ReadingComparison => {
  const { atMs } = reading;
  const sighting = sightIn(state, reading);
  const book = state.open ?? new PeriodBook('', undefined, 0);
  const { changes } = applyReading(book, sighting, reading, { reading: 0, atMs }, rules.graceMs);
  const entriesOf = (op: 'missing' | 'back'): Set<number> =>
    new Set(changes.flatMap((change) => (change.op === op ? [change.entry] : [])));
  const [gone, back] = [entriesOf('missing'), entriesOf('back')];
  return {
    verdict: verdictBy(state, sighting, atMs, rules),
    missing: book.lines
      .filter(({ missingSince }, entry) => (missingSince ? !back.has(entry) : gone.has(entry)))
      .map(({ message }) => ({ was: message })),
    added: changes.flatMap((change) => (change.op === 'added' ? [{ now: change.line.message }] : [])),
    changed: changes.flatMap((change) =>
      change.op === 'changed' ? [{ was: book.line(change.entry).message, now: change.line.message }] : [],
    ),
    carried: sighting.carried.map(({ message }) => ({ now: message })),
  };
};
