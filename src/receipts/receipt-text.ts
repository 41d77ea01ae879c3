import type { AdjustmentDto } from '../billing/adjustment.dto.js';
import { credits, toDecimal } from '../pricing/index.js';
import type { ExactNumber } from '../validation/exact-number.js';
import { indentLines, toOneLine } from './one-line.js';
import type { ReceiptLineDto } from '../billing/explanation/price-explanation.dto.js';
import type { ReportReferenceDto } from '../billing/explanation/report-reference.dto.js';
import type { ReceiptDto } from './receipt.dto.js';

/**
 * A receipt as sentences, for a support agent to paste into a mail. Amounts have two decimals, or
 * more if needed. Unless `isBilled`, it says what the message would cost, so that it cannot be
 * mistaken for the bill. Names and texts that others wrote cannot add lines.
 */
export const formatReceipt = (receipt: ReceiptDto, isBilled: boolean): string =>
  [
    `Message ${receipt.message_id} of ${receipt.timestamp} ${isBilled ? 'cost' : 'would cost'} ${amount(receipt.credits_used)} credits.`,
    reasonOf(receipt),
    ...receipt.lines.map(sentenceOf),
    ...(receipt.adjustments ?? []).map(adjustmentOf),
    ...(receipt.adjustments_unknown ? [`- ${ADJUSTMENTS_UNKNOWN}.`] : []),
    ...(receipt.text === undefined ? [] : [`The message reads: ${indentLines(receipt.text)}`]),
    '',
  ].join('\n');

/** Said where adjustments would be, while the ledger cannot be read. */
export const ADJUSTMENTS_UNKNOWN = 'Adjustments cannot be read now';

/** Receipts as sentences, separated by empty lines. */
export function* formatReceipts(receipts: readonly ReceiptDto[], isBilled: boolean): Iterable<string> {
  let separator = '';
  for (const receipt of receipts) {
    yield `${separator}${formatReceipt(receipt, isBilled)}`;
    separator = '\n';
  }
}

const reasonOf = ({ basis, report, rate_card: { id } }: ReceiptDto): string => {
  if (basis === 'report') return `It generated the report ${nameOf(report)}, and costs what the report costs.`;
  const why = basis === 'text' ? '' : `The report ${nameOf(report)} that it names does not exist. `;
  return `${why}It is priced by its text, with the rate card "${id}":`;
};

const nameOf = ({ id, name }: ReportReferenceDto = { id: 0 }): string =>
  name === undefined ? String(id) : `"${toOneLine(name)}" (${id})`;

const sentenceOf = (line: ReceiptLineDto): string =>
  `- ${toOneLine(line.label)}: ${countOf(line)}${amount(line.credits)}${partsOf(line)}, which makes ${amount(line.running_total)}.`;

const adjustmentOf = ({ number, kind, author, credits, now, reason }: AdjustmentDto): string =>
  `- Adjustment ${number} (${kind}, by ${author}): ${amount(credits)}${now ? `, which leaves ${amount(now)}` : ''}. ${toOneLine(reason)}`;

const countOf = ({ quantity, unit, rate }: ReceiptLineDto): string => {
  if (quantity === undefined || unit === undefined) return '';
  const counted = `${quantity} ${toOneLine(unit)}${quantity === 1 ? '' : 's'}`;
  return rate === undefined ? `${counted}, ` : `${counted} at ${amount(rate)}, `;
};

const partsOf = ({ parts = [] }: ReceiptLineDto): string =>
  parts.length === 0
    ? ''
    : ` (${parts.map(({ label, quantity, rate }) => `${toOneLine(label)}: ${quantity} at ${amount(rate)}`).join('; ')})`;

const amount = ({ text }: ExactNumber): string => toDecimal(credits(text));
