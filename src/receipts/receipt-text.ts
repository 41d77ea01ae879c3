import { credits, toDecimal } from '../pricing/index.js';
import type { ExactNumber } from '../validation/exact-number.js';
import { indentedLines, oneLine } from './one-line.js';
import type { ReceiptLineDto } from '../billing/explanation/price-explanation.dto.js';
import type { ReportReferenceDto } from '../billing/explanation/report-reference.dto.js';
import type { ReceiptDto } from './receipt.dto.js';

/**
 * A receipt as sentences, for a support agent to paste into a mail. Amounts have two decimals, or more where they are finer. By a
 * card that does not bill it says what the message would cost: nobody may take that for the bill. What others wrote, names and
 * texts, cannot make a line of its own.
 */
export const receiptText = (receipt: ReceiptDto, isBilled: boolean): string =>
  [
    `Message ${receipt.message_id} of ${receipt.timestamp} ${isBilled ? 'cost' : 'would cost'} ${amount(receipt.credits_used)} credits.`,
    reasonOf(receipt),
    ...receipt.lines.map(sentenceOf),
    ...(receipt.text === undefined ? [] : [`The message reads: ${indentedLines(receipt.text)}`]),
    '',
  ].join('\n');

/** Several receipts as sentences, an empty line between two. */
export function* receiptTexts(receipts: readonly ReceiptDto[], isBilled: boolean): Iterable<string> {
  let separator = '';
  for (const receipt of receipts) {
    yield `${separator}${receiptText(receipt, isBilled)}`;
    separator = '\n';
  }
}

const reasonOf = ({ basis, report, rate_card: { id } }: ReceiptDto): string => {
  if (basis === 'report') return `It generated the report ${nameOf(report)}, and costs what the report costs.`;
  const why = basis === 'text' ? '' : `The report ${nameOf(report)} that it names does not exist. `;
  return `${why}It is priced by its text, with the rate card "${id}":`;
};

const nameOf = ({ id, name }: ReportReferenceDto = { id: 0 }): string =>
  name === undefined ? String(id) : `"${oneLine(name)}" (${id})`;

const sentenceOf = (line: ReceiptLineDto): string =>
  `- ${oneLine(line.label)}: ${countOf(line)}${amount(line.credits)}${partsOf(line)}, which makes ${amount(line.running_total)}.`;

const countOf = ({ quantity, unit, rate }: ReceiptLineDto): string => {
  if (quantity === undefined || unit === undefined) return '';
  const counted = `${quantity} ${oneLine(unit)}${quantity === 1 ? '' : 's'}`;
  return rate === undefined ? `${counted}, ` : `${counted} at ${amount(rate)}, `;
};

const partsOf = ({ parts = [] }: ReceiptLineDto): string =>
  parts.length === 0
    ? ''
    : ` (${parts.map(({ label, quantity, rate }) => `${oneLine(label)}: ${quantity} at ${amount(rate)}`).join('; ')})`;

const amount = ({ text }: ExactNumber): string => toDecimal(credits(text));
