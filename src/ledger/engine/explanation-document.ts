import { gzipSync } from 'node:zlib';
import { unzip } from '../unzip.js';
import type { ExplanationRow } from '../store/ledger-rows.js';
import type { LineForm } from './receipt-forms.js';

/** What explains one line: its text, or the cells of its receipt. */
export type Explanation = readonly [entry: number, explanation: string];

/** Explanations as one document keeps them. */
export interface Explanations {
  readonly list: readonly Explanation[];
  /** The forms that the cells of receipts name by index; none for texts. */
  readonly forms: readonly LineForm[];
}

/** A third of the time of zlib's default level, for a sixth more bytes. */
const FASTEST = { level: 1 };

/**
 * Texts are written as one JSON array of pairs; receipts as a JSON array of their forms in the first
 * line, and then CSV: the number of the period's line, and the cells of its receipt.
 */
export const writeExplanations = (kind: ExplanationRow['kind'], { list, forms }: Explanations): Buffer =>
  gzipSync(kind === 'texts' ? JSON.stringify(list) : toCsv(list, forms), FASTEST);

/** Throws an Error of zlib, a SyntaxError or a TypeError if the document is damaged. */
export const readExplanations = ({ kind, document }: Pick<ExplanationRow, 'kind' | 'document'>): Explanations => {
  const text = unzip(document).toString();
  if (kind === 'texts') return { list: JSON.parse(text) as Explanation[], forms: [] };
  const [head = '', ...lines] = text.trimEnd().split('\n');
  return { list: lines.map(toExplanation), forms: JSON.parse(head) as LineForm[] };
};

const toCsv = (list: readonly Explanation[], forms: readonly LineForm[]): string => {
  const lines = list.map(([entry, cells]) => `${entry},${cells}`);
  return `${[JSON.stringify(forms), ...lines].join('\n')}\n`;
};

const toExplanation = (line: string): Explanation => {
  const comma = line.indexOf(',');
  return [Number(line.slice(0, comma)), line.slice(comma + 1)];
};
