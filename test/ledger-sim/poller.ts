import type { Entry } from '../../src/ledger/rule/entry.js';
import type { LedgerState } from '../../src/ledger/rule/ledger-state.js';
import { type LedgerRules, recordReading } from '../../src/ledger/rule/record-reading.js';
import { folded } from './folded.js';
import { ConflictError, type ModelStore, StoreDownError } from './model-store.js';
import { type RawAnswer, toReading } from './raw-answer.js';

/** Called as soon as a commit is in the store, heard of or not. */
type OnCommit = (entries: readonly Entry[], answer: RawAnswer) => void;

/**
 * One process that records. Each `yield` is an await of the real one: the process may be killed
 * there, or another may run. What it remembers is lost with it, and dropped whenever the store may
 * know more.
 */
export class Poller {
  memory: { readonly state: LedgerState; version: number } | undefined;
  acknowledged = 0;

  constructor(
    private readonly store: ModelStore,
    private readonly rules: LedgerRules,
    /** Of its prints, from its next start on. */
    public key: string,
    private readonly onCommit: OnCommit,
  ) {}

  *poll(ask: () => RawAnswer | undefined): Generator<string, void> {
    this.memory ??= { state: folded(this.store.entries(), this.key), version: this.store.version };
    const { memory } = this;
    yield 'loaded';
    const answer = ask();
    yield 'asked';
    if (!answer) return;
    const entries = recordReading(memory.state, toReading(answer), this.rules);
    yield 'judged';
    if (!this.commit(entries, answer, memory.version)) return;
    yield 'committed';
    for (const entry of entries) memory.state.apply(entry);
    memory.version += 1;
    this.acknowledged = memory.version;
  }

  /** The process dies where it is. */
  kill(): void {
    this.memory = undefined;
  }

  private commit(entries: readonly Entry[], answer: RawAnswer, version: number): boolean {
    const before = this.store.version;
    try {
      this.store.append(entries, version);
      return true;
    } catch (error) {
      if (!(error instanceof ConflictError || error instanceof StoreDownError)) throw error;
      this.memory = undefined;
      return false;
    } finally {
      if (this.store.version > before) this.onCommit(entries, answer);
    }
  }
}
