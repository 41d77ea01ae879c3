import { isEqual, priceText, type RateCard } from '../../pricing/index.js';
import type { Line } from '../rule/line.js';
import type { PeriodBook } from '../rule/period-book.js';
import type { SeenMessage } from '../rule/seen-message.js';
import type { ExplanationRow } from '../store/ledger-rows.js';
import { readExplanations } from './explanation-document.js';
import { explanationsOf } from './explanations.js';

/**
 * What each rule charged for the texts of a period: takes their place when they are deleted, so that
 * receipts keep their lines. `rows` are all explanations of the period. Left out are texts that were
 * replaced, and those that do not make the price of their line any more, which another version of
 * the service computed.
 */
export const amountsOfTexts = (
  book: PeriodBook,
  rows: readonly ExplanationRow[],
  cards: ReadonlyMap<string, RateCard>,
): ExplanationRow[] => {
  const explained = new Set<number>();
  return rows.toReversed().flatMap((row) => {
    const newest = readExplanations(row).list.filter(([entry]) => !explained.has(entry));
    for (const [entry] of newest) explained.add(entry);
    if (row.kind !== 'texts') return [];
    const lines = newest
      .map(([entry, text]) => ({ entry, text, line: book.line(entry) }))
      .filter(({ line, text }) => isPriceOf(line, text, cards));
    const texts = new Map<SeenMessage, string>(lines.map(({ line, text }) => [line.message, text]));
    const changes = lines.map(({ entry, line }) => ({ op: 'added', period: book.id, entry, line }) as const);
    return explanationsOf(row.row, changes, { kind: 'amounts', cards, lookUpTexts: () => texts });
  });
};

const isPriceOf = ({ message, rateCard }: Line, text: string, cards: ReadonlyMap<string, RateCard>): boolean => {
  const card = cards.get(rateCard);
  return card !== undefined && isEqual(priceText(card, text).total, message.textCredits);
};
