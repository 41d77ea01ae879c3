import { closingsAt } from './closings.js';
import type { ConfirmationEntry, Entry } from './entry.js';
import { judge } from './judge.js';
import type { LastReading, LedgerState } from './ledger-state.js';
import type { Reading } from './reading.js';
import { sight, type Sighting } from './sighting.js';
import { type Situation, type Verdict, verdictOn } from './verdict.js';

export interface LedgerRules {
  /** How long a period can still be revised after its roll-over was seen. */
  readonly graceMs: number;
  /** Replaces the rule; tests pass one that is known to be wrong. */
  readonly verdictOn?: (situation: Situation) => Verdict;
}

/**
 * The entries that a successful reading adds to the ledger, to be written down together or not at
 * all: the reading, or a confirmation if upstream gave the newest one again, and the periods that
 * it closes. Changes nothing itself.
 */
export const recordReading = (state: LedgerState, reading: Reading, rules: LedgerRules): Entry[] => [
  entryOf(state, reading, rules),
  ...closingsAt(state, reading.atMs),
];

/**
 * Whether the newest reading can be confirmed without being judged again if upstream gives it again.
 * The verdict on a held or past reading can change with time.
 */
export const isConfirmable = ({ outcome, isToBeJudged }: LastReading): boolean =>
  outcome === 'applied' && !isToBeJudged;

export const confirmationOf = ({ number }: LastReading, atMs: number): ConfirmationEntry => ({
  kind: 'confirmation',
  reading: number,
  atMs,
});

const entryOf = (state: LedgerState, reading: Reading, rules: LedgerRules): Entry => {
  const { last } = state;
  const { atMs, digest, messages } = reading;
  const isRepeated = last?.digest === digest;
  if (isRepeated && isConfirmable(last)) return confirmationOf(last, atMs);
  const sighting = sightIn(state, reading);
  const verdict = verdictBy(state, sighting, atMs, rules);
  const isAsBefore = verdict === (last?.reason ?? last?.outcome);
  if (isRepeated && isAsBefore) return confirmationOf(last, atMs);
  const number = (last?.number ?? 0) + 1;
  const judgement = judge(state, reading, sighting, verdict, { number, nowMs: atMs, graceMs: rules.graceMs });
  return { kind: 'reading', number, atMs, digest, judgement, ...(judgement.reason && { held: messages }) };
};

export const sightIn = ({ open, earlier }: LedgerState, { messages }: Reading): Sighting =>
  sight(messages, open, earlier);

/** What the rule says of a reading as the ledger stands. */
export const verdictBy = (
  { open, earlier }: LedgerState,
  sighting: Sighting,
  nowMs: number,
  rules: LedgerRules,
): Verdict => (rules.verdictOn ?? verdictOn)({ open, earlier, sighting, nowMs, graceMs: rules.graceMs });
