import { summarize } from '../engine/line-summary.js';
import type { PeriodBook } from '../rule/period-book.js';
import { sha256 } from '../sealed/digest.js';
import type { LedgerStore } from '../store/ledger-store.js';
import { WrongLedgerError } from './wrong-ledger.error.js';

/** Checks that each card that priced a line of the period is kept. Rejects with a WrongLedgerError. */
export const checkRateCards = async (book: PeriodBook, store: Pick<LedgerStore, 'rateCard'>): Promise<void> => {
  for (const name of summarize(book).rateCards) {
    const card = await store.rateCard(name);
    if (!card) throw new WrongLedgerError(`rate card ${name}, which priced period ${book.id}, is not there`);
    if (sha256(card.document) !== name) throw new WrongLedgerError(`rate card ${name} is not what was written`);
  }
};
