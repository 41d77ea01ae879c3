import { Injectable } from '@nestjs/common';
import type { Bill } from '../../billing/bill.js';
import { type LedgerComparison, LedgerComparisons } from '../../billing/ledger-comparison.js';
import type { IdentifiedRateCard } from '../../rate-cards/identified-rate-card.js';
import { LedgerWorker } from '../worker/ledger-worker.js';
import { sendMessages } from '../worker/send-messages.js';

/** Comparisons in the ledger's thread, one after the other. */
@Injectable()
export class WorkerComparisons extends LedgerComparisons {
  private last: Promise<unknown> = Promise.resolve();

  constructor(private readonly worker: LedgerWorker) {
    super();
  }

  compare(bill: Bill, rateCard: IdentifiedRateCard, ageMs: number): Promise<LedgerComparison> {
    const atMs = Date.now() - ageMs;
    const comparison = this.last.then(() => this.send(bill, rateCard, atMs));
    this.last = comparison.catch(() => undefined);
    return comparison;
  }

  private async send(bill: Bill, rateCard: IdentifiedRateCard, atMs: number): Promise<LedgerComparison> {
    await sendMessages(this.worker, 'comparer', bill, rateCard);
    return this.worker.call('comparer', 'compare', atMs);
  }
}
