import { priceReport, type PriceLine, type RateCard, sum, toPlainDecimal } from '../../pricing/index.js';
import type { PastMessage } from '../../billing/past-periods.js';
import type { PeriodBook } from '../rule/period-book.js';
import { creditsOf, isSameAmount, type SeenMessage } from '../rule/seen-message.js';
import type { ExplanationRow, LedgerStore } from '../store/ledger-store.js';
import type { LedgerMemory } from './ledger-memory.js';
import { explanationIn, toPriceLines } from './explanations.js';

/** Explains a line by what was kept when it was priced. */
export const explainLine = async (
  book: PeriodBook,
  entry: number,
  memory: Pick<LedgerMemory, 'cards' | 'rateCard'>,
  store: LedgerStore,
): Promise<PastMessage> => {
  const { message, rateCard } = book.line(entry);
  const newest = (await store.explanations(book.id, entry)).findLast((row) => explanationIn(row, entry) !== undefined);
  const explanation = newest && explanationIn(newest, entry);
  const { id, timestamp, reportId, report } = message;
  return {
    id,
    timestamp,
    text: newest?.kind === 'texts' ? explanation : undefined,
    reportId,
    report: report && { id: report.id, name: report.name, creditCost: toPlainDecimal(report.creditCost) },
    lines: linesOf(message, newest, explanation, memory.cards.get(rateCard)),
    total: creditsOf(message),
    rateCard: memory.rateCard(rateCard),
  };
};

/**
 * The lines that add up to the price of the message. A text that the ledger has never seen, because
 * its period was too large to keep texts, has one line for the whole.
 */
const linesOf = (
  message: SeenMessage,
  row: ExplanationRow | undefined,
  explanation: string | undefined,
  card: RateCard | undefined,
): readonly PriceLine[] => {
  if (message.report) return priceReport(message.report.creditCost).lines;
  const lines = row && explanation !== undefined ? toPriceLines(explanation, row.kind, card) : [];
  const isWhole = lines.length > 0 && isSameAmount(sum(lines.map((line) => line.credits)), message.textCredits);
  return isWhole
    ? lines
    : [{ rule: 'text', label: 'Text, of which no details were kept', credits: message.textCredits }];
};
