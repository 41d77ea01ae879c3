import { createLinePricer, type LinePricer, priceText, type PriceLine, type RateCard } from '../../pricing/index.js';
import { remembered } from '../remembered.js';
import type { Change } from '../rule/change.js';
import type { Line } from '../rule/line.js';
import type { ExplanationRow } from '../store/ledger-rows.js';
import { type Explanation, readExplanations, writeExplanations } from './explanation-document.js';
import { readReceiptCells, toReceiptCells } from './receipt-cells.js';
import type { TextLookUp } from './reading-texts.js';
import { type LineForm, ReceiptForms } from './receipt-forms.js';

/** What is known when explanations are made. */
export interface Explaining {
  readonly kind: ExplanationRow['kind'];
  readonly cards: ReadonlyMap<string, RateCard>;
  /** Finds the texts of the messages that came with one. */
  readonly lookUpTexts: () => TextLookUp;
}

/** An explanation with what it is, see {@link ExplanationRow.kind}, and the forms that its cells name. */
export interface KeptExplanation extends Pick<ExplanationRow, 'kind'> {
  readonly explanation: string;
  readonly forms: readonly LineForm[];
}

/** Lines of a period that are explained by one row. */
const CHUNK = 1000;

/**
 * What is kept to explain the lines that a row of the journal adds or revises, of those whose text
 * is known: `texts` keeps the text, `amounts` what each rule charged for it and no word of it.
 * Nothing is kept of a line without a text, nor of one that a report prices in mode `amounts`.
 */
export const explanationsOf = (row: number, changes: readonly Change[], explaining: Explaining): ExplanationRow[] => {
  const byPeriod = new Map<string, LineChange[]>();
  for (const change of changes) {
    if (change.op !== 'added' && change.op !== 'changed') continue;
    const list = byPeriod.get(change.period) ?? [];
    list.push(change);
    byPeriod.set(change.period, list);
  }
  return [...byPeriod].flatMap(([period, list]) => [...rowsOf(row, period, list, explaining)]);
};

/** What explains a line of a period, in the newest of the rows that cover it; undefined if nothing does. */
export const newestExplanation = (rows: readonly ExplanationRow[], entry: number): KeptExplanation | undefined => {
  for (const row of rows.toReversed()) {
    const { list, forms } = readExplanations(row);
    const [, explanation] = list.find(([of]) => of === entry) ?? [];
    if (explanation !== undefined) return { kind: row.kind, explanation, forms };
  }
  return undefined;
};

/** The lines of the receipt that an explanation gives; `card` priced the text. */
export const toPriceLines = (
  { explanation, kind, forms }: KeptExplanation,
  card: RateCard | undefined,
): readonly PriceLine[] => {
  if (kind === 'amounts') return readReceiptCells(explanation, forms);
  return card ? priceText(card, explanation).lines : [];
};

type LineChange = Extract<Change, { readonly line: Line }>;

function* rowsOf(
  row: number,
  period: string,
  changes: readonly LineChange[],
  { kind, cards, lookUpTexts }: Explaining,
): Generator<ExplanationRow> {
  let list: Explanation[] = [];
  let forms = new ReceiptForms();
  const toRow = (): ExplanationRow => {
    const [firstEntry = 0] = list.at(0) ?? [];
    const [lastEntry = 0] = list.at(-1) ?? [];
    const document = writeExplanations(kind, { list, forms: forms.items });
    return { row, period, kind, firstEntry, lastEntry, document };
  };
  const texts = lookUpTexts();
  const pricerOf = remembered((rateCard: string) => {
    const card = cards.get(rateCard);
    return card && createLinePricer(card);
  });
  for (const { entry, line } of changes.toSorted((a, b) => a.entry - b.entry)) {
    const text = texts.get(line.message);
    const explanation = kind === 'texts' ? text : text !== undefined && cellsOf(line, text, pricerOf, forms);
    if (typeof explanation !== 'string') continue;
    list.push([entry, explanation]);
    if (list.length < CHUNK) continue;
    yield toRow();
    [list, forms] = [[], new ReceiptForms()];
  }
  if (list.length > 0) yield toRow();
}

/** Undefined where a report prices the line, and where its card is not there. */
const cellsOf = (
  { message, rateCard }: Line,
  text: string,
  pricerOf: (rateCard: string) => LinePricer | undefined,
  forms: ReceiptForms,
): string | undefined => {
  const linesOf = message.report ? undefined : pricerOf(rateCard);
  return linesOf && toReceiptCells(linesOf(text), forms);
};
