import type { Bill } from '../../billing/bill.js';
import type { MessageCollector } from '../../period/message.js';
import { TimeSlice } from '../../time/time-slice.js';

const BATCH_ROWS = 1024;

/** Gives a collector the messages of a past bill with their texts, one for each row. */
export const replayTexts = async (bill: Bill, texts: readonly string[], collector: MessageCollector): Promise<void> => {
  const { messages } = bill;
  const timeSlice = new TimeSlice();
  for (let from = 0; from < texts.length; from += BATCH_ROWS) {
    collector.collect(
      texts.slice(from, from + BATCH_ROWS).map((text, index) => {
        const row = from + index;
        return { id: messages.id(row), timestamp: messages.timestamp(row), text, reportId: bill.namedReport(row)?.id };
      }),
    );
    await collector.drain?.(timeSlice);
    await timeSlice.yieldIfSpent();
  }
};
