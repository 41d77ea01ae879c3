import { toPlainDecimal } from '../../src/pricing/index.js';
import type { PeriodBook } from '../../src/ledger/rule/period-book.js';
import { creditsOf, type SeenMessage } from '../../src/ledger/rule/seen-message.js';

/** An entry of `GET /usage`, byte for byte. */
const entryText = (message: SeenMessage): string => {
  const report = message.report ? `,"report_name":${JSON.stringify(message.report.name)}` : '';
  const credits = toPlainDecimal(creditsOf(message));
  return `{"message_id":${message.id},"timestamp":"${message.timestamp}"${report},"credits_used":${credits}}`;
};

export const usageOfMessages = (messages: readonly SeenMessage[]): string => messages.map(entryText).join('\n');

/**
 * What the ledger says upstream last sent: the lines that are there, and between them what earlier
 * periods bill.
 */
export const usageOfBook = (book: PeriodBook): string => {
  const texts = book.order.map((entry) => entryText(book.line(entry).message));
  for (const { row, message } of book.carried) texts.splice(row, 0, entryText(message));
  return texts.join('\n');
};
