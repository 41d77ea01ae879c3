import type { Bill } from '../../billing/bill.js';
import type { PastBill } from '../../billing/past-periods.js';
import type { RowCards } from '../../billing/row-cards.js';
import type { LedgerWorker } from '../worker/ledger-worker.js';
import { billOfLines } from './bill-of-lines.js';

/** Messages of all bills that are kept together; one takes about 64 bytes. */
const MESSAGES_MAX = 3_000_000;

interface KeptBill {
  readonly bill: Bill;
  readonly rowCards: RowCards;
  /** Number of the newest row of the journal that the bill has. */
  readonly changedBy: number;
}

/** The bills of past periods, made once and kept until they change or others need the room. */
export class PastBills {
  /** Bills by period id, the most recently used last. */
  private readonly kept = new Map<string, KeptBill>();

  constructor(private readonly worker: LedgerWorker) {}

  /** The bill of a period as the ledger has it now; undefined if there is no such period. */
  async get(id: string): Promise<Pick<PastBill, 'bill' | 'rowCards'> | undefined> {
    const known = this.kept.get(id);
    const lines = await this.worker.call('reader', 'lines', id, known?.changedBy);
    if (!lines) return undefined;
    if (lines === 'unchanged') return known && this.keep(id, known);
    const { buffer, byteOffset, length } = lines.csv;
    const csv = Buffer.from(buffer, byteOffset, length).toString('latin1');
    const { bill, cardIndexes } = await billOfLines(csv, lines.reports);
    const rowCards = { cards: lines.rateCards, indexOf: (row: number) => cardIndexes.at(row) };
    return this.keep(id, { bill, rowCards, changedBy: lines.changedBy });
  }

  private keep(id: string, kept: KeptBill): KeptBill {
    this.kept.delete(id);
    this.kept.set(id, kept);
    let messages = Array.from(this.kept.values(), ({ bill }) => bill.messages.length).reduce((a, b) => a + b);
    for (const [oldest, { bill }] of this.kept) {
      if (messages <= MESSAGES_MAX || oldest === id) break;
      this.kept.delete(oldest);
      messages -= bill.messages.length;
    }
    return kept;
  }
}
