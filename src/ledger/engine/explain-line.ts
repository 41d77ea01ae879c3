import { isEqual, priceReport, type PriceLine, type RateCard, sum } from '../../pricing/index.js';
import type { PastMessage } from '../../billing/past-periods.js';
import { toReport } from '../report-versions.js';
import { bookedLineOf } from '../rule/adjustment.js';
import type { PeriodBook } from '../rule/period-book.js';
import { creditsOf, type SeenMessage } from '../rule/seen-message.js';
import type { LedgerStore } from '../store/ledger-store.js';
import type { BookedAdjustment, LedgerMemory } from './ledger-memory.js';
import { type KeptExplanation, newestExplanation, toPriceLines } from './explanations.js';
import { toAdjustment } from './to-adjustment.js';

/** Explains a line by what was kept when it was priced. */
export const explainLine = async (
  book: PeriodBook,
  entry: number,
  memory: Pick<LedgerMemory, 'cards' | 'adjustments'>,
  store: LedgerStore,
): Promise<PastMessage> => {
  const { nth, message, rateCard } = book.line(entry);
  const kept = newestExplanation(await store.explanations(book.id, entry), entry);
  const { id, timestamp, reportId, report } = message;
  return {
    id,
    nth,
    timestamp,
    text: kept?.kind === 'texts' ? kept.explanation : undefined,
    reportId,
    report: report && toReport(report),
    lines: linesOf(message, kept, memory.cards.known.get(rateCard)),
    total: creditsOf(message),
    rateCard: memory.cards.reference(rateCard),
    adjustments: memory.adjustments.filter((booked) => isOf(booked, book.id, entry)).map(toAdjustment),
  };
};

const isOf = (booked: BookedAdjustment, period: string, entry: number): boolean => {
  const refers = bookedLineOf(booked)?.refers;
  return refers?.period === period && refers.entry === entry;
};

/**
 * The lines that add up to the price of the message. A text that the ledger has never seen, because
 * its period was far too large to keep texts, has one line for the whole.
 */
const linesOf = (
  message: SeenMessage,
  kept: KeptExplanation | undefined,
  card: RateCard | undefined,
): readonly PriceLine[] => {
  if (message.report) return priceReport(message.report.creditCost).lines;
  const lines = kept ? toPriceLines(kept, card) : [];
  const isWhole = lines.length > 0 && isEqual(sum(lines.map((line) => line.credits)), message.textCredits);
  return isWhole
    ? lines
    : [{ rule: 'text', label: 'Text, of which no details were kept', credits: message.textCredits }];
};
