import { adjust, type AdjustmentRequest } from '../../src/ledger/rule/adjust.js';
import { decideHeld } from '../../src/ledger/rule/decide-held.js';
import type { Decision, Entry } from '../../src/ledger/rule/entry.js';
import { LedgerState } from '../../src/ledger/rule/ledger-state.js';
import type { LedgerRules } from '../../src/ledger/rule/record-reading.js';
import { check } from './check.js';
import { compareWithReference } from './compare-with-reference.js';
import { Copies } from './copies.js';
import { folded, readUnder } from './folded.js';
import { checkLaws } from './laws.js';
import { ModelStore } from './model-store.js';
import { type RawAnswer, toReading } from './raw-answer.js';
import { Reference } from './reference.js';
import type { AskedAdjustment } from './reference-adjustments.js';
import { snapshotOf } from './snapshot.js';

/** What happened to the ledger in a history. */
interface Counts {
  commits: number;
  closed: number;
  held: number;
  /** Of those held: old answers with messages for which their period had closed. */
  late: number;
  decisions: number;
  adjustments: number;
  /** Requests that were refused or repeated. */
  unbooked: number;
  restores: number;
  /** How often the processes started again with another key. */
  keys: number;
}

/** What a commit was made of, to tell the reference again after a restore. */
type Cause =
  | { readonly answer: RawAnswer }
  | { readonly decision: Decision; readonly reading: number; readonly atMs: number }
  | { readonly asked: AskedAdjustment };

/**
 * The store with what its commits make, beside the reference: asserts every law after each commit.
 */
export class RecordedLedger {
  readonly store = new ModelStore();
  readonly counts: Counts = {
    commits: 0,
    closed: 0,
    held: 0,
    late: 0,
    decisions: 0,
    adjustments: 0,
    unbooked: 0,
    restores: 0,
    keys: 0,
  };
  state = new LedgerState();
  private readonly copies = new Copies();
  private readonly causes: Cause[] = [];
  private reference: Reference;
  /** Of the processes that record now. */
  key = '';

  constructor(
    private readonly rules: LedgerRules,
    private readonly isCompared: boolean,
  ) {
    this.reference = new Reference(rules.graceMs);
  }

  /** The answers of upstream that the store's commits were made of. */
  get answers(): RawAnswer[] {
    return this.causes.flatMap((cause) => ('answer' in cause ? [cause.answer] : []));
  }

  /** A person decides on a held reading. */
  decide(reading: number, decision: Decision, atMs: number): void {
    const { store } = this;
    const request = { reading, decision, reason: 'as agreed', author: 'finance', atMs };
    const entries = decideHeld(this.state, request, this.rules);
    store.append(entries, store.version);
    this.counts.decisions += 1;
    this.committed(entries, { decision, reading, atMs });
  }

  /** A person asks for an adjustment: the ledger must make of it what the reference does. */
  adjust(asked: AskedAdjustment, request: AdjustmentRequest): void {
    const { store, state } = this;
    const adjusted = adjust(state, request);
    const expected = this.reference.adjustments.judge(asked, this.reference);
    const said = 'refusal' in adjusted ? adjusted.refusal.code : String(adjusted.entry.adjustment.number);
    if (this.isCompared) check('reference', said === expected, () => `adjustment: ${said} instead of ${expected}`);
    if ('refusal' in adjusted || state.requests.has(request.key)) {
      this.counts.unbooked += 1;
      return;
    }
    store.append([adjusted.entry], store.version);
    this.counts.adjustments += 1;
    this.committed([adjusted.entry], { asked });
  }

  /** The processes start again with this key, which makes nothing of the prints of another. */
  restartUnder(key: string): void {
    this.counts.keys += 1;
    this.key = key;
    this.state = folded(this.store.entries(), key);
  }

  /**
   * Restores the store from the backup taken after its first `version` commits, as after the loss of
   * a disk, and rebuilds the state and the reference from the commits that are left.
   */
  restore(version: number): void {
    this.store.restore(version);
    this.causes.length = version;
    this.counts.restores += 1;
    this.state = new LedgerState();
    this.reference = new Reference(this.rules.graceMs);
    this.causes.forEach((cause, index) => {
      for (const entry of this.store.commits[index] ?? []) this.state.apply(readUnder(entry, this.key));
      tell(this.reference, cause, this.state);
    });
  }

  /** A commit is in the store. */
  committed(entries: readonly Entry[], cause: Cause): void {
    const after = this.state;
    const before = snapshotOf(after);
    for (const entry of entries) after.apply(entry);
    this.causes.push(cause);
    tell(this.reference, cause, after);
    this.counts.commits += 1;
    this.counts.closed += entries.filter(({ kind }) => kind === 'closing').length;
    this.counts.held += entries.filter((entry) => entry.kind === 'reading' && entry.judgement.reason).length;
    this.counts.late += entries.filter((entry) => entry.kind === 'reading' && entry.judgement.reason === 'late').length;
    const answer = 'answer' in cause ? cause.answer : undefined;
    if (answer) this.copies.count(answer);
    checkLaws(
      {
        before,
        after,
        entries,
        commits: this.store.commits,
        key: this.key,
        reading: answer && toReading(answer),
        copies: this.copies,
      },
      this.rules,
    );
    if (this.isCompared) compareWithReference(after, this.reference);
  }
}

const tell = (reference: Reference, cause: Cause, after: LedgerState): void => {
  if ('answer' in cause) reference.take(cause.answer, after.last?.number ?? 0);
  else if ('asked' in cause) reference.adjustments.book(cause.asked, reference);
  else reference.decide(cause.reading, cause.decision, cause.atMs);
};
