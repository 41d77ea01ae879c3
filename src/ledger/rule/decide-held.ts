import type { Decision, DecisionEntry, Entry, ReconsiderationEntry } from './entry.js';
import { judge } from './judge.js';
import type { LedgerState } from './ledger-state.js';
import type { HeldReading } from './reading.js';
import { type LedgerRules, sightIn, verdictBy } from './record-reading.js';
import { isLateReading } from './still-held.js';
import type { Verdict } from './verdict.js';

/** What a person asks to be done with a held reading. */
export type DecisionRequest = Omit<DecisionEntry, 'kind' | 'number'>;

/**
 * Why a decision cannot be taken: it was taken before, nothing is held under that number any more,
 * or no period is open.
 */
type DecisionRefusal = 'already_decided' | 'not_held' | 'no_open_period';

/** A decision that the ledger refuses. Nothing was written. */
export class DecisionRefusedError extends Error {
  constructor(
    readonly code: DecisionRefusal,
    reading: number,
  ) {
    super(`reading ${reading}: ${code.replaceAll('_', ' ')}`);
  }
}

/** The period that was open when a late reading came may have gone on since: the reading only adds to it. */
const verdictOf = (decision: Exclude<Decision, 'discard'>, reading: HeldReading): Verdict => {
  if (decision === 'new_period') return 'rolls_over';
  return isLateReading(reading) ? 'adds' : 'applies';
};

/**
 * The entries of a person's decision, to be written down together: the decision, what the held
 * reading now does, and what each reading held after it does now, by the rule as if this had been
 * so from the start. A late one goes on waiting: what came after it may have been applied. Throws a
 * DecisionRefusedError.
 */
export const decideHeld = (state: LedgerState, request: DecisionRequest, rules: LedgerRules): Entry[] => {
  const { reading: number, decision, atMs } = request;
  const reading = state.held.find((held) => held.number === number);
  if (state.decisions.some((other) => other.reading === number))
    throw new DecisionRefusedError('already_decided', number);
  if (!reading) throw new DecisionRefusedError('not_held', number);
  const entry: DecisionEntry = { kind: 'decision', number: state.decisions.length + 1, ...request };
  if (decision === 'discard') return [entry];
  if (!state.open && (decision === 'same_period' || reading.messages.length === 0))
    throw new DecisionRefusedError('no_open_period', number);

  const after = state.clone();
  after.apply(entry);
  const reconsider = (held: HeldReading, decided?: Verdict): ReconsiderationEntry => {
    const sighting = sightIn(after, held);
    const verdict = decided ?? verdictBy(after, sighting, held.atMs, rules);
    const judgement = judge(after, held, sighting, verdict, {
      number: held.number,
      nowMs: atMs,
      graceMs: rules.graceMs,
    });
    const reconsidered: ReconsiderationEntry = { kind: 'reconsideration', reading: held.number, judgement };
    after.apply(reconsidered);
    return reconsidered;
  };
  const later = state.held.filter((held) => held.number > number && !isLateReading(held));
  return [entry, reconsider(reading, verdictOf(decision, reading)), ...later.map((held) => reconsider(held))];
};
