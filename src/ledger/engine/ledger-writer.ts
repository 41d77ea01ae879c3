import type { DecisionOnHeld, RecordedDecision } from '../../billing/ledger-decisions.js';
import type { Adjustment } from '../../billing/adjustment.js';
import { createRateCard } from '../../pricing/index.js';
import { formatEpochMs } from '../../time/rfc3339.js';
import { adjust, type AdjustmentRequest } from '../rule/adjust.js';
import type { AdjustmentRefusal } from '../rule/adjustment-refusal.js';
import { closingsAt } from '../rule/closings.js';
import { decideHeld } from '../rule/decide-held.js';
import { confirmationOf, isConfirmable, recordReading } from '../rule/record-reading.js';
import { ConflictError } from '../store/store.errors.js';
import { againAfterConflict } from './again-after-conflict.js';
import { EntryWriter, type KeepingOptions } from './entry-writer.js';
import type { MessageBatch, ReadingHead } from './incoming-reading.js';
import type { LedgerMemory } from './ledger-memory.js';
import type { OpenLedger } from './open-ledger.js';
import { ReadingBefore } from './reading-before.js';
import { ReadingBuilder } from './reading-builder.js';
import { type Recorded, toRecorded } from './recorded.js';
import { toAdjustment } from './to-adjustment.js';

export interface WriterOptions extends KeepingOptions {
  /** How long a period can still be revised after its roll-over was seen. */
  readonly graceMs: number;
}

/** The reading that was recorded last, as the memory had it then. */
interface RecordedReading {
  readonly memory: LedgerMemory;
  readonly digest: string | undefined;
  readonly textSums: Float64Array;
}

/** What the ledger made of a request to book something. */
export type AdjustmentOutcome = { readonly adjustment: Adjustment } | { readonly refusal: AdjustmentRefusal };

/** Writes readings, decisions and adjustments down. Calls must not overlap: each ends before the next begins. */
export class LedgerWriter {
  private incoming: ReadingBuilder | undefined;
  private recorded: RecordedReading | undefined;
  private readonly entryWriter: EntryWriter;

  constructor(
    private readonly ledger: OpenLedger,
    private readonly options: WriterOptions,
  ) {
    this.entryWriter = new EntryWriter(ledger, options);
  }

  /** Whether this process is to record readings now: another one may, of several that share a store. */
  async claim(): Promise<boolean> {
    return (await this.ledger.store()).claim();
  }

  /** Begins to take in a reading. One that was begun and not ended is forgotten. */
  beginReading(head: ReadingHead): void {
    this.incoming = new ReadingBuilder(head, this.ledger.prints, this.before());
  }

  addMessages(batch: MessageBatch): void {
    this.incoming?.add(batch);
  }

  /**
   * Records the reading that was begun. `atMs`: when upstream answered, by the service's clock.
   * Resolves to undefined, and records nothing, if another process records by now. Rejects with a
   * StoreUnavailableError; whether it was recorded is then known at the next reading.
   */
  async endReading(atMs: number): Promise<Recorded | undefined> {
    const { incoming } = this;
    this.incoming = undefined;
    if (!incoming) throw new RangeError('no reading was begun');
    return againAfterConflict(() => this.record(incoming, atMs));
  }

  /**
   * Records that upstream gave the last reading again, without taking it in again. Resolves to
   * undefined, and records nothing, if that cannot be said without looking at its messages.
   */
  async confirm(atMs: number): Promise<Recorded | undefined> {
    const memory = await this.ledger.memory();
    const { last } = memory.state;
    if (this.recorded?.memory !== memory || this.recorded.digest !== last?.digest) return undefined;
    if (!last || !isConfirmable(last)) return undefined;
    const entries = [confirmationOf(last, atMs), ...closingsAt(memory.state, atMs)];
    try {
      await this.entryWriter.write(memory, entries);
    } catch (error) {
      if (error instanceof ConflictError) return undefined;
      throw error;
    }
    return toRecorded(memory, entries, await this.entryWriter.deleteOldTexts(memory, atMs));
  }

  /** Records a person's decision, whichever process records readings. Rejects with a DecisionRefusedError. */
  decide(request: DecisionOnHeld, atMs: number): Promise<RecordedDecision> {
    return againAfterConflict(() => this.decideOnce(request, atMs));
  }

  private async decideOnce(request: DecisionOnHeld, atMs: number): Promise<RecordedDecision> {
    const memory = await this.ledger.memory();
    const entries = decideHeld(memory.state, { ...request, atMs }, this.options);
    await this.entryWriter.write(memory, entries);
    return { ...request, number: memory.state.decisions.length, at: formatEpochMs(atMs) };
  }

  /** The messages of the last reading, if the open period has just those and nothing was recorded since. */
  private before(): ReadingBefore | undefined {
    if (!this.recorded) return undefined;
    const { memory, digest, textSums } = this.recorded;
    const { open, last } = memory.state;
    const isOpen = open?.carried.length === 0 && last?.digest === digest && last?.outcome === 'applied';
    return isOpen ? new ReadingBefore(open, textSums) : undefined;
  }

  /** Books what a person asks for, once for each key; resolves to why not if the rule refuses it. */
  adjust(request: AdjustmentRequest): Promise<AdjustmentOutcome> {
    return againAfterConflict(() => this.book(request));
  }

  private async book(request: AdjustmentRequest): Promise<AdjustmentOutcome> {
    const memory = await this.ledger.memory();
    const adjusted = adjust(memory.state, request);
    if ('refusal' in adjusted) return adjusted;
    const { entry } = adjusted;
    const isRepeated = memory.state.requests.has(request.key);
    if (!isRepeated) await this.entryWriter.write(memory, [entry]);
    return { adjustment: toAdjustment({ ...entry.adjustment, atMs: entry.atMs }) };
  }

  private async record(incoming: ReadingBuilder, atMs: number): Promise<Recorded | undefined> {
    const memory = await this.ledger.memory();
    // After the journal was read, not before: to a process that was stopped for a while, what others
    // have written since is known by now, and its own reading is old.
    if (!(await this.claim())) return undefined;
    for (const [sha256, card] of incoming.head.cards) memory.cards.known.set(sha256, createRateCard(card));
    const reading = incoming.finish(atMs, memory.state.last?.digest, memory.cards.known);
    const entries = recordReading(memory.state, reading, this.options);
    await this.entryWriter.write(memory, entries, incoming);
    this.recorded = { memory, digest: memory.state.last?.digest, textSums: incoming.textSums };
    return toRecorded(memory, entries, await this.entryWriter.deleteOldTexts(memory, atMs));
  }
}
