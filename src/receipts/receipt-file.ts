import type { AdjustmentDto } from '../billing/adjustment.dto.js';
import { toAmount } from '../billing/amount.js';
import { ZERO } from '../pricing/index.js';
import { csvLine, csvText } from '../http/answers/csv.js';
import type { ReceiptLineDto } from '../billing/explanation/price-explanation.dto.js';
import { ADJUSTMENTS_UNKNOWN } from './receipt-text.js';
import type { ReceiptDto } from './receipt.dto.js';

type Cell = (line: ReceiptLineDto, receipt: ReceiptDto) => string;

/**
 * Each column with its cell. Parts of a line have no rows: a spreadsheet would add them up beside
 * the line.
 */
const COLUMNS: Readonly<Record<string, Cell>> = {
  message_id: (_, { message_id }) => String(message_id),
  timestamp: (_, { timestamp }) => timestamp,
  basis: (_, { basis }) => basis,
  report_id: (_, { report }) => (report ? String(report.id) : ''),
  report_name: (_, { report }) => csvText(report?.name),
  rate_card: (_, { rate_card }) => csvText(rate_card.id),
  rule: ({ rule }) => csvText(rule),
  label: ({ label }) => csvText(label),
  quantity: ({ quantity }) => (quantity === undefined ? '' : String(quantity)),
  unit: ({ unit }) => csvText(unit),
  rate: ({ rate }) => rate?.text ?? '',
  credits: ({ credits }) => credits.text,
  running_total: ({ running_total }) => running_total.text,
};

/** Receipts as CSV, with one row for each line of a price, and then one for each adjustment. */
export const formatReceiptsAsCsv = function* (receipts: readonly ReceiptDto[]): Generator<string> {
  yield csvLine(Object.keys(COLUMNS));
  for (const receipt of receipts) {
    const lines = [...receipt.lines, ...adjustmentLines(receipt)];
    for (const line of lines) yield csvLine(Object.values(COLUMNS).map((cell) => cell(line, receipt)));
  }
};

const adjustmentLines = (receipt: ReceiptDto): ReceiptLineDto[] => {
  const { adjustments = [], adjustments_unknown, credits_used } = receipt;
  if (adjustments_unknown)
    return [{ rule: '', label: ADJUSTMENTS_UNKNOWN, credits: NOTHING, running_total: credits_used }];
  return adjustments.map((each) => toLine(each, receipt));
};

const NOTHING = toAmount(ZERO);

/** An adjustment as a line: its kind in the place of a rule, and the sum with it. */
const toLine = (
  { number, kind, author, credits, now, reason }: AdjustmentDto,
  receipt: ReceiptDto,
): ReceiptLineDto => ({
  rule: kind,
  label: `Adjustment ${number} by ${author}: ${reason}`,
  credits,
  running_total: now ?? receipt.credits_used,
});
