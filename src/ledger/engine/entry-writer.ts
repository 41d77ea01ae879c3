import type { Entry } from '../rule/entry.js';
import { canonicalJson } from '../sealed/digest.js';
import type { Commit, ExplanationRow, RateCardRow } from '../store/ledger-rows.js';
import { ConflictError } from '../store/store.errors.js';
import { explanationsOf } from './explanations.js';
import type { ReadingHead } from './incoming-reading.js';
import type { LedgerMemory } from './ledger-memory.js';
import type { OpenLedger } from './open-ledger.js';
import type { ReadingBuilder } from './reading-builder.js';
import { TextRetention } from './text-retention.js';

export interface KeepingOptions {
  /** What is kept to explain prices. */
  readonly keeps: ExplanationRow['kind'];
  /** Months after which the texts of a closed period are deleted; kept for ever if not given. */
  readonly textMonths?: number;
}

/** Writes entries down with what explains them. A failure drops the memory, which may be ahead of the store. */
export class EntryWriter {
  private readonly retention: TextRetention;

  constructor(
    private readonly ledger: OpenLedger,
    private readonly options: KeepingOptions,
  ) {
    this.retention = new TextRetention(options.textMonths);
  }

  /**
   * Takes the entries into the memory and writes them. `incoming`: the reading that the first entry
   * is of. Rejects with a ConflictError or a StoreUnavailableError.
   */
  async write(memory: LedgerMemory, entries: readonly Entry[], incoming?: ReadingBuilder): Promise<void> {
    try {
      const store = await this.ledger.store();
      await store.append(this.toCommit(memory, entries, incoming));
    } catch (error) {
      this.ledger.forget();
      throw error;
    }
  }

  /**
   * Deletes the texts that are too old at `atMs`, and resolves to the ids of their periods. A period
   * that another process writes about meanwhile is looked at again at the next reading.
   */
  async deleteOldTexts(memory: LedgerMemory, atMs: number): Promise<string[]> {
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
        cards: memory.cards.known,
        lookUpTexts: () => incoming.lookUpTexts(),
      }),
    };
  }
}

const toRateCardRows = ({ cards }: ReadingHead): RateCardRow[] =>
  Array.from(cards, ([sha256, card]) => ({ sha256, document: canonicalJson(card) }));
