import type { DecisionOnHeld, RecordedDecision } from '../../billing/ledger-decisions.js';
import type { Adjustment } from '../../billing/adjustment.js';
import type { HeldReading } from '../../billing/held-reading.js';
import { createRateCard } from '../../pricing/index.js';
import { formatEpochMs } from '../../time/rfc3339.js';
import { adjust, type AdjustmentRequest } from '../rule/adjust.js';
import type { AdjustmentRefusal } from '../rule/adjustment-refusal.js';
import { closingsAt } from '../rule/closings.js';
import { decideHeld } from '../rule/decide-held.js';
import type { Entry } from '../rule/entry.js';
import { confirmationOf, isConfirmable, recordReading } from '../rule/record-reading.js';
import { canonicalJson } from '../sealed/digest.js';
import { type Commit, ConflictError, type ExplanationRow, type RateCardRow } from '../store/ledger-store.js';
import { explanationsOf } from './explanations.js';
import type { MessageBatch, ReadingHead } from './incoming-reading.js';
import type { LedgerMemory } from './ledger-memory.js';
import type { OpenLedger } from './open-ledger.js';
import { ReadingBefore } from './reading-before.js';
import { ReadingBuilder } from './reading-builder.js';
import { TextRetention } from './text-retention.js';
import { toAdjustment } from './to-adjustment.js';

export interface WriterOptions {
  /** How long a period can still be revised after its roll-over was seen. */
  readonly graceMs: number;
  /** What is kept to explain prices. */
  readonly keeps: ExplanationRow['kind'];
  /** Months after which the texts of a closed period are deleted; kept for ever if not given. */
  readonly textMonths?: number;
}

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
  private readonly retention: TextRetention;

  constructor(
    private readonly ledger: OpenLedger,
    private readonly options: WriterOptions,
  ) {
    this.retention = new TextRetention(options.textMonths);
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
      await this.write(memory, entries);
    } catch (error) {
      if (error instanceof ConflictError) return undefined;
      throw error;
    }
    return toRecorded(memory, entries, await this.deleteOldTexts(memory, atMs));
  }

  /** Records a person's decision, whichever process records readings. Rejects with a DecisionRefusedError. */
  decide(request: DecisionOnHeld, atMs: number): Promise<RecordedDecision> {
    return againAfterConflict(() => this.decideOnce(request, atMs));
  }

  private async decideOnce(request: DecisionOnHeld, atMs: number): Promise<RecordedDecision> {
    const memory = await this.ledger.memory();
    const entries = decideHeld(memory.state, { ...request, atMs }, this.options);
    await this.write(memory, entries);
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
    if (!isRepeated) await this.write(memory, [entry]);
    return { adjustment: toAdjustment({ ...entry.adjustment, atMs: entry.atMs }) };
  }

  private async record(incoming: ReadingBuilder, atMs: number): Promise<Recorded | undefined> {
    const memory = await this.ledger.memory();
    // After the journal was read, not before: to a process that was stopped for a while, what others
    // have written since is known by now, and its own reading is old.
    if (!(await this.claim())) return undefined;
    for (const [sha256, card] of incoming.head.cards) memory.cards.set(sha256, createRateCard(card));
    const reading = incoming.finish(atMs, memory.state.last?.digest, memory.cards);
    const entries = recordReading(memory.state, reading, this.options);
    await this.write(memory, entries, incoming);
    this.recorded = { memory, digest: memory.state.last?.digest, textSums: incoming.textSums };
    return toRecorded(memory, entries, await this.deleteOldTexts(memory, atMs));
  }

  /** Takes the entries into the memory and writes them; a failure drops the memory. */
  private async write(memory: LedgerMemory, entries: readonly Entry[], incoming?: ReadingBuilder): Promise<void> {
    try {
      const store = await this.ledger.store();
      await store.append(this.toCommit(memory, entries, incoming));
    } catch (error) {
      this.ledger.forget();
      throw error;
    }
  }

  /** A period that another process writes about meanwhile is looked at again at the next reading. */
  private async deleteOldTexts(memory: LedgerMemory, atMs: number): Promise<string[]> {
    try {
      return await this.retention.apply(memory, await this.ledger.store(), atMs);
    } catch (error) {
      this.ledger.forget();
      if (error instanceof ConflictError) return [];
      throw error;
    }
  }

  private toCommit(memory: LedgerMemory, entries: readonly Entry[], incoming?: ReadingBuilder): Commit {
    const recorded = memory.record(entries);
    const [entry] = entries;
    const [row] = recorded.rows;
    if (!incoming || !row) return { ...recorded, rateCards: [], explanations: [] };
    const changes = entry?.kind === 'reading' ? entry.judgement.changes : [];
    return {
      ...recorded,
      rateCards: toRateCardRows(incoming.head),
      explanations: explanationsOf(row.number, changes, {
        kind: this.options.keeps,
        cards: memory.cards,
        lookUpTexts: () => incoming.lookUpTexts(),
      }),
    };
  }
}

/** Tries once more if another process has written: the memory was dropped, and the rule looks again. */
const againAfterConflict = async <T>(attempt: () => Promise<T>): Promise<T> => {
  try {
    return await attempt();
  } catch (error) {
    if (!(error instanceof ConflictError)) throw error;
    return attempt();
  }
};

const toRateCardRows = ({ cards }: ReadingHead): RateCardRow[] =>
  Array.from(cards, ([sha256, card]) => ({ sha256, document: canonicalJson(card) }));

const toRecorded = ({ state }: LedgerMemory, entries: readonly Entry[], textsDeleted: readonly string[]): Recorded => {
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
