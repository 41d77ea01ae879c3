import type { Bill } from '../../billing/bill.js';
import type { PackedPiece } from '../../billing/packed-texts.js';
import type { MessageTable } from '../../period/message-table.js';
import type { IdentifiedRateCard } from '../../rate-cards/identified-rate-card.js';
import { TimeSlice } from '../../time/time-slice.js';
import type { MessageBatch } from '../engine/incoming-reading.js';
import type { Recorded } from '../engine/ledger-writer.js';
import type { LedgerWorker } from '../worker/ledger-worker.js';

const BATCH_ROWS = 1024;

/**
 * Sends a bill to the ledger's thread, in batches that the event loop does not notice, to be
 * recorded; resolves to undefined if another replica records. `largeTexts`: the texts of a period
 * that is too large to have them in its table.
 */
export const sendBill = async (
  worker: LedgerWorker,
  bill: Bill,
  { sha256, document }: IdentifiedRateCard,
  atMs: number,
  largeTexts?: readonly PackedPiece[],
): Promise<Recorded | undefined> => {
  const reports = [...bill.reports.values()];
  await worker.call('writer', 'beginReading', { rateCard: sha256, card: document, scale: bill.scale, reports });
  const timeSlice = new TimeSlice();
  for (const batch of batchesOf(bill.messages, largeTexts)) {
    await worker.call('writer', 'addMessages', batch);
    await timeSlice.yieldIfSpent();
  }
  return worker.call('writer', 'endReading', atMs);
};

function* batchesOf(table: MessageTable, largeTexts: readonly PackedPiece[] = []): Iterable<MessageBatch> {
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
