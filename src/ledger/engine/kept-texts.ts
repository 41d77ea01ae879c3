import type { RateCardReferenceDto } from '../../rate-cards/rate-card-reference.dto.js';
import type { PeriodBook } from '../rule/period-book.js';
import { sealedEntries } from '../sealed/sealed-lines.js';
import type { LedgerStore } from '../store/ledger-store.js';
import { readExplanations } from './explanation-document.js';

/** The texts of a period, and the cards that priced them. */
export interface KeptTexts {
  /** In the order of the period's sealed file; undefined if one was not kept. */
  readonly texts: readonly string[] | undefined;
  readonly rateCards: readonly RateCardReferenceDto[];
}

/** The texts of all lines, the newest of each, in the order of the sealed file; undefined if one is missing. */
export const textsOf = async (book: PeriodBook, store: LedgerStore): Promise<string[] | undefined> => {
  const byEntry = new Map<number, string>();
  for (const row of await store.explanations(book.id))
    if (row.kind === 'texts') for (const [entry, text] of readExplanations(row).list) byEntry.set(entry, text);
  const texts = sealedEntries(book).map((entry) => byEntry.get(entry));
  return texts.every((text) => text !== undefined) ? texts : undefined;
};
