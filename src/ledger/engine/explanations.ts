import { gunzipSync, gzipSync } from 'node:zlib';
import { priceText, type PriceLine, type RateCard } from '../../pricing/index.js';
import type { Change } from '../rule/change.js';
import type { Line } from '../rule/line.js';
import type { SeenMessage } from '../rule/seen-message.js';
import type { ExplanationRow } from '../store/ledger-store.js';
import { readPriceLines, writePriceLines } from './price-lines.js';

/** What explains one line: the lines of its receipt as JSON, or its text. */
type Explanation = readonly [entry: number, explanation: string];

/** An explanation with what it is: see {@link ExplanationRow.kind}. */
export interface KeptExplanation extends Pick<ExplanationRow, 'kind'> {
  readonly explanation: string;
}

/** Lines of a period that are explained by one row. */
const CHUNK = 1000;

/**
 * What is kept to explain the lines that a row of the journal adds or revises, of those whose text
 * is known: `texts` keeps the text, `amounts` what each rule charged for it and no word of it.
 * Nothing is kept of a line without a text, nor of one that a report prices in mode `amounts`.
 */
export const explanationsOf = (
  row: number,
  changes: readonly Change[],
  kind: ExplanationRow['kind'],
  cards: ReadonlyMap<string, RateCard>,
  textOf: (message: SeenMessage) => string | undefined,
): ExplanationRow[] => {
  const byPeriod = new Map<string, Explanation[]>();
  for (const change of changes) {
    if (change.op !== 'added' && change.op !== 'changed') continue;
    const explanation = explain(change.line, kind, cards, textOf);
    if (explanation === undefined) continue;
    const list = byPeriod.get(change.period) ?? [];
    list.push([change.entry, explanation]);
    byPeriod.set(change.period, list);
  }
  return [...byPeriod].flatMap(([period, list]) => toRows(row, period, kind, list));
};

/** The explanations of a row. Throws an Error of zlib or a SyntaxError if it is damaged. */
export const readExplanations = ({ document }: Pick<ExplanationRow, 'document'>): readonly Explanation[] =>
  JSON.parse(gunzipSync(document).toString()) as Explanation[];

/** What explains a line of a period, in the newest of the rows that cover it; undefined if nothing does. */
export const newestExplanation = (rows: readonly ExplanationRow[], entry: number): KeptExplanation | undefined => {
  for (const row of rows.toReversed()) {
    const [, explanation] = readExplanations(row).find(([of]) => of === entry) ?? [];
    if (explanation !== undefined) return { kind: row.kind, explanation };
  }
  return undefined;
};

/** The lines of the receipt that an explanation gives; `card` priced the text. */
export const toPriceLines = ({ explanation, kind }: KeptExplanation, card: RateCard | undefined): PriceLine[] => {
  if (kind === 'amounts') return readPriceLines(explanation);
  return card ? [...priceText(card, explanation).lines] : [];
};

const explain = (
  { message, rateCard }: Line,
  kind: ExplanationRow['kind'],
  cards: ReadonlyMap<string, RateCard>,
  textOf: (message: SeenMessage) => string | undefined,
): string | undefined => {
  const text = textOf(message);
  if (text === undefined || kind === 'texts') return text;
  const card = cards.get(rateCard);
  return card && !message.report ? writePriceLines(priceText(card, text).lines) : undefined;
};

const toRows = (
  row: number,
  period: string,
  kind: ExplanationRow['kind'],
  explanations: readonly Explanation[],
): ExplanationRow[] => {
  const sorted = explanations.toSorted(([a], [b]) => a - b);
  const rows: ExplanationRow[] = [];
  for (let from = 0; from < sorted.length; from += CHUNK) {
    const chunk = sorted.slice(from, from + CHUNK);
    const [firstEntry = 0] = chunk.at(0) ?? [];
    const [lastEntry = 0] = chunk.at(-1) ?? [];
    rows.push({ row, period, kind, firstEntry, lastEntry, document: gzipSync(JSON.stringify(chunk)) });
  }
  return rows;
};
