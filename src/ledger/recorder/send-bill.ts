import type { Bill } from '../../billing/bill.js';
import type { PackedPiece } from '../../billing/packed-texts.js';
import type { IdentifiedRateCard } from '../../rate-cards/identified-rate-card.js';
import type { Schedule } from '../../time/schedule.js';
import type { Recorded } from '../engine/recorded.js';
import type { LedgerWorker } from '../worker/ledger-worker.js';
import { sendMessages } from '../worker/send-messages.js';

/**
 * Sends a bill to the ledger's thread to be recorded; resolves to undefined if another replica
 * records. `rateCards`: those that priced it. `largeTexts`: the texts of a period that is too large
 * to have them in its table.
 */
export const sendBill = async (
  worker: LedgerWorker,
  bill: Bill,
  rateCards: Schedule<IdentifiedRateCard>,
  atMs: number,
  largeTexts?: readonly PackedPiece[],
): Promise<Recorded | undefined> => {
  await sendMessages(worker, 'writer', bill, rateCards, largeTexts);
  return worker.call('writer', 'endReading', atMs);
};
