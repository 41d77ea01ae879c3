import { gunzipSync } from 'node:zlib';
import type { RateCardReferenceDto } from '../../rate-cards/rate-card-reference.dto.js';
import type { PeriodBook } from '../rule/period-book.js';
import { sealedEntries } from '../sealed/sealed-lines.js';
import type { LedgerStore } from '../store/ledger-store.js';

/** The texts of a period, and the cards that priced them. */
export interface KeptTexts {
  /** In the order of the period's sealed file; undefined if one was not kept. */
  readonly texts: readonly string[] | undefined;
  readonly rateCards: readonly RateCardReferenceDto[];
}

/** The texts of all lines, the newest of each, in the order of the sealed file; undefined if one is missing. */
export const textsOf = async (book: PeriodBook, store: LedgerStore): Promise<string[] | undefined> => {
  const byEntry = new Map<number, string>();
  for (const { kind, document } of await store.explanations(book.id)) {
    if (kind !== 'texts') continue;
    for (const [entry, text] of JSON.parse(gunzipSync(document).toString()) as [number, string][])
      byEntry.set(entry, text);
  }
  const texts = sealedEntries(book).map((entry) => byEntry.get(entry));
  return texts.every((text) => text !== undefined) ? texts : undefined;
};
