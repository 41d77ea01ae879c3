import type { Bill } from '../../billing/bill.js';
import type { PackedPiece } from '../../billing/packed-texts.js';
import type { MessageTable } from '../../period/message-table.js';
import type { IdentifiedRateCard } from '../../rate-cards/identified-rate-card.js';
import type { Schedule } from '../../time/schedule.js';
import { TimeSlice } from '../../time/time-slice.js';
import type { MessageBatch, ReadingHead } from '../engine/incoming-reading.js';
import type { LedgerWorker } from './ledger-worker.js';

const BATCH_ROWS = 1024;

/**
 * Sends the messages of a bill to a part of the ledger's thread that takes in readings, in batches
 * that the event loop does not notice. `rateCards`: those that priced it. `largeTexts`: the texts of a
 * period that is too large to have them in its table.
 */
export const sendMessages = async (
  worker: LedgerWorker,
  to: 'writer' | 'comparer',
  bill: Bill,
  rateCards: Schedule<IdentifiedRateCard>,
  largeTexts?: readonly PackedPiece[],
): Promise<void> => {
  await worker.call(to, 'beginReading', toHead(bill, rateCards));
  const timeSlice = new TimeSlice();
  for (const batch of batchesOf(bill.messages, largeTexts)) {
    await worker.call(to, 'addMessages', batch);
    await timeSlice.yieldIfSpent();
  }
};

/** What a reading of this bill begins with. `rateCards`: those that priced it. */
export const toHead = (bill: Bill, { first, later }: Schedule<IdentifiedRateCard>): ReadingHead => ({
  rateCard: first.sha256,
  ...(later.length > 0 && { laterCards: later.map(({ from, value }) => ({ from, rateCard: value.sha256 })) }),
  cards: new Map([first, ...later.map(({ value }) => value)].map(({ sha256, document }) => [sha256, document])),
  scale: bill.scale,
  reports: [...bill.reports.values()],
});

/**
 * The messages of a bill as a reading takes them in. `largeTexts`: the texts of a period that is too
 * large to have them in its table.
 */
export function* batchesOf(table: MessageTable, largeTexts: readonly PackedPiece[] = []): Iterable<MessageBatch> {
  let from = 0;
  for (const batch of table.withTexts() ?? []) {
    yield toBatch(
      table,
      from,
      from + batch.length,
      batch.map(({ text }) => text),
    );
    from += batch.length;
  }
  for (const { rows, packed } of largeTexts) {
    yield { ...toBatch(table, from, from + rows, undefined), packedTexts: packed };
    from += rows;
  }
  for (; from < table.length; from += BATCH_ROWS) {
    yield toBatch(table, from, Math.min(from + BATCH_ROWS, table.length), undefined);
  }
}

const toBatch = (table: MessageTable, from: number, to: number, texts: readonly string[] | undefined): MessageBatch => {
  const rows = Array.from({ length: to - from }, (_, index) => from + index);
  return {
    ids: rows.map((row) => table.id(row)),
    timestamps: rows.map((row) => table.timestamp(row)),
    reportIds: rows.map((row) => table.totals.reportIds[table.reportIndex(row)]),
    textUnits: rows.map((row) => table.textUnits(row)),
    texts,
  };
};
