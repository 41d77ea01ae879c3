import { credits, type Credits } from '../../src/pricing/index.js';
import type { Reading } from '../../src/ledger/rule/reading.js';
import type { SeenMessage } from '../../src/ledger/rule/seen-message.js';
import { parseEpochTime } from '../../src/time/rfc3339.js';

export type Card = 'A' | 'B';

export interface RawReport {
  readonly name: string;
  readonly cost: string;
}

/**
 * A message as the simulated upstream has it. `period` is the truth, which the ledger is not told.
 */
export interface RawMessage {
  readonly id: number;
  readonly instantMs: number;
  readonly timestamp: string;
  readonly text: string;
  readonly reportId?: number;
  readonly period: number;
}

/**
 * One answer of upstream with the reports it names, and the card and the key of the service: all that
 * makes a reading.
 */
export interface RawAnswer {
  readonly atMs: number;
  readonly card: Card;
  /** Under which the prints of texts are made. */
  readonly key: string;
  readonly messages: readonly RawMessage[];
  readonly reports: ReadonlyMap<number, RawReport>;
}

/**
 * Price of a text by a card, as a decimal. A toy that tells texts and cards apart; the price list
 * has its own tests.
 */
export const textPrice = (text: string, card: Card): string => {
  let hash = 7;
  for (const character of text) hash = (hash * 31 + character.charCodeAt(0)) % 9973;
  const hundredths = 100 + (card === 'A' ? hash : Math.floor(hash / 3) * 2);
  return `${Math.floor(hundredths / 100)}.${String(hundredths % 100).padStart(2, '0')}`;
};

/** What one message costs in an answer, as a decimal. */
export const priceIn = (answer: RawAnswer, message: RawMessage): string =>
  reportIn(answer, message)?.cost ?? textPrice(message.text, answer.card);

const known = new Map<string, Credits>();

/** The amount of a decimal; read once, because the same ones recur in every answer. */
const amountOf = (decimal: string): Credits => {
  const amount = known.get(decimal) ?? credits(decimal);
  known.set(decimal, amount);
  return amount;
};

/** The answer as the ledger is given it. */
export const toReading = (answer: RawAnswer): Reading => ({
  atMs: answer.atMs,
  rateCard: answer.card,
  digest: JSON.stringify([
    answer.card,
    answer.key,
    answer.messages.map((message) => [message, reportIn(answer, message)]),
  ]),
  messages: answer.messages.map((message) => toSeen(answer, message)),
  textCreditsBy: ({ textPrint = '' }, card): Credits =>
    amountOf(textPrice(textPrint.slice(answer.key.length), card as Card)),
});

const reportIn = ({ reports }: RawAnswer, { reportId }: RawMessage): RawReport | undefined =>
  reportId === undefined ? undefined : reports.get(reportId);

const toSeen = (answer: RawAnswer, message: RawMessage): SeenMessage => {
  const { id, timestamp, text, reportId } = message;
  const report = reportIn(answer, message);
  return {
    id,
    timestamp,
    ...parseEpochTime(timestamp),
    textCredits: amountOf(textPrice(text, answer.card)),
    textPrint: answer.key + text,
    ...(reportId !== undefined && { reportId }),
    ...(reportId !== undefined &&
      report && { report: { id: reportId, name: report.name, creditCost: amountOf(report.cost) } }),
  };
};
