import { Injectable } from '@nestjs/common';
import type { Bill } from '../../billing/bill.js';
import { type LedgerComparison, LedgerComparisons } from '../../billing/ledger-comparison.js';
import type { IdentifiedRateCard } from '../../rate-cards/identified-rate-card.js';
import type { Schedule } from '../../time/schedule.js';
import { LedgerWorker } from '../worker/ledger-worker.js';
import { sendMessages } from '../worker/send-messages.js';

/** Comparisons in the ledger's thread, one after the other. */
@Injectable()
export class WorkerComparisons extends LedgerComparisons {
  private last: Promise<unknown> = Promise.resolve();

  constructor(private readonly worker: LedgerWorker) {
    super();
  }

  compare(bill: Bill, rateCards: Schedule<IdentifiedRateCard>, ageMs: number): Promise<LedgerComparison> {
    const atMs = Date.now() - ageMs;
    const comparison = this.last.then(() => this.send(bill, rateCards, atMs));
    this.last = comparison.catch(() => undefined);
    return comparison;
  }

  private async send(bill: Bill, rateCards: Schedule<IdentifiedRateCard>, atMs: number): Promise<LedgerComparison> {
    await sendMessages(this.worker, 'comparer', bill, rateCards);
    return this.worker.call('comparer', 'compare', atMs);
  }
}
