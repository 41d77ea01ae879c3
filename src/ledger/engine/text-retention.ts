import { monthsBefore } from '../../time/years.js';
import type { LedgerStore } from '../store/ledger-store.js';
import { amountsOfTexts } from './amounts-of-texts.js';
import type { LedgerMemory } from './ledger-memory.js';

/** Deletes the texts of periods that were closed long ago. What each rule charged for them stays. */
export class TextRetention {
  /** Ids of old periods that have no texts. A closed period gets no new ones. */
  private readonly wordless = new Set<string>();

  /** `months`: how long after its closing the texts of a period are kept; undefined for ever. */
  constructor(private readonly months: number | undefined) {}

  /**
   * Deletes the texts that are too old at `atMs`, and resolves to the ids of their periods. Rejects
   * with a StoreUnavailableError or a ConflictError.
   */
  async apply(memory: LedgerMemory, store: LedgerStore, atMs: number): Promise<string[]> {
    if (this.months === undefined) return [];
    const closedBefore = monthsBefore(atMs, this.months);
    const old = memory.state.periods.filter(
      ({ id, closedAtMs = Infinity }) => closedAtMs < closedBefore && !this.wordless.has(id),
    );
    if (old.length === 0) return [];
    const withTexts = await store.periodsWithTexts();
    const deleted = old.filter(({ id }) => withTexts.has(id));
    for (const book of deleted) {
      const explanations = amountsOfTexts(book, await store.explanations(book.id), memory.cards.known);
      await store.append({ ...memory.record([]), rateCards: [], explanations, textsDeleted: [book.id] });
    }
    for (const { id } of old) this.wordless.add(id);
    return deleted.map(({ id }) => id);
  }
}
