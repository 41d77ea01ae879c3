import { createRateCard, type RateCard, type RateCardDocument } from '../../pricing/index.js';
import type { RateCardReferenceDto } from '../../rate-cards/rate-card-reference.dto.js';
import type { Judgement } from '../rule/judgement.js';
import type { LedgerStore } from '../store/ledger-store.js';

/** The rate cards that priced what the ledger has. */
export class PricedCards {
  /** Every card that priced something, by SHA-256. */
  readonly known = new Map<string, RateCard>();
  /** SHA-256 of each card that priced a line. */
  private readonly pricedBy = new Set<string>();

  /** Notes the card of each line that a reading adds or revises. */
  note({ changes, added }: Judgement): void {
    for (const change of changes) if ('line' in change) this.pricedBy.add(change.line.rateCard);
    for (const rateCard of added?.rateCards ?? []) this.pricedBy.add(rateCard);
  }

  /** Reads the cards that are not known yet. Throws a StoreUnavailableError. */
  async load(store: LedgerStore): Promise<void> {
    for (const sha256 of this.pricedBy) {
      const row = this.known.has(sha256) ? undefined : await store.rateCard(sha256);
      if (row) this.known.set(sha256, createRateCard(JSON.parse(row.document) as RateCardDocument));
    }
  }

  /** Names a card that priced something. */
  reference(sha256: string): RateCardReferenceDto {
    return { id: this.known.get(sha256)?.id ?? 'unknown', sha256 };
  }
}
