import type { LedgerComparison } from '../../billing/ledger-comparison.js';
import { compareReading } from '../rule/compare-reading.js';
import type { LedgerRules } from '../rule/record-reading.js';
import type { MessageBatch, ReadingHead } from './incoming-reading.js';
import type { OpenLedger } from './open-ledger.js';
import { ReadingBuilder } from './reading-builder.js';
import { toComparison } from './to-comparison.js';

/** Compares readings with the open period, and writes nothing. One comparison ends before the next begins. */
export class ReadingComparer {
  private incoming: ReadingBuilder | undefined;

  constructor(
    private readonly ledger: OpenLedger,
    private readonly rules: Pick<LedgerRules, 'graceMs'>,
  ) {}

  /** Begins to take in a reading. One that was begun and not ended is forgotten. */
  beginReading(head: ReadingHead): void {
    this.incoming = new ReadingBuilder(head, this.ledger.prints);
  }

  addMessages(batch: MessageBatch): void {
    this.incoming?.add(batch);
  }

  /** Compares the reading that was begun. `atMs`: when upstream answered. Rejects with a StoreUnavailableError. */
  async compare(atMs: number): Promise<LedgerComparison> {
    const { incoming } = this;
    this.incoming = undefined;
    if (!incoming) throw new RangeError('no reading was begun');
    const { state, cards } = await this.ledger.memory();
    const reading = incoming.finish(atMs, state.last?.digest, cards.known);
    return toComparison(reading, state.open, compareReading(state, reading, this.rules));
  }
}
