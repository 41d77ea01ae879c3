import { Logger, type OnModuleInit } from '@nestjs/common';
import { Bill } from '../../billing/bill.js';
import { createMessagePricer } from '../../period/message-pricer.js';
import { PricedMessages } from '../../period/priced-messages.js';
import type { IdentifiedRateCard } from '../../rate-cards/identified-rate-card.js';
import { mapSchedule, type Schedule } from '../../time/schedule.js';
import type { LedgerWorker } from '../worker/ledger-worker.js';
import { batchesOf, toHead } from '../worker/send-messages.js';
import { type PastReading, pastReadings } from './past-readings.js';

/**
 * Gives the ledger of the demo a past: readings with their own times, recorded as any other.
 * `rateCards` price their texts.
 */
export class SamplePast implements OnModuleInit {
  private readonly logger = new Logger('Ledger');

  constructor(
    private readonly worker: LedgerWorker,
    private readonly rateCards: Schedule<IdentifiedRateCard>,
  ) {}

  /**
   * Posts all of them at once: the thread takes calls in their order, so whatever is asked of the
   * ledger from now on sees the whole past, and the service need not wait to listen.
   */
  onModuleInit(): void {
    Promise.all(pastReadings().flatMap((reading) => this.post(reading))).catch((error: Error) =>
      this.logger.error(`the sample has no past periods: ${error.message}`),
    );
  }

  private post(reading: PastReading): Promise<unknown>[] {
    const bill = this.toBill(reading);
    return [
      this.worker.call('writer', 'beginReading', toHead(bill, this.rateCards)),
      ...[...batchesOf(bill.messages)].map((batch) => this.worker.call('writer', 'addMessages', batch)),
      this.worker.call('writer', 'endReading', reading.atMs),
    ];
  }

  private toBill({ messages, reports }: PastReading): Bill {
    const priced = new PricedMessages(createMessagePricer(mapSchedule(this.rateCards, ({ card }) => card)));
    priced.collect(messages);
    const named = priced.table.totals.reportIds.flatMap((id) => reports.get(id) ?? []);
    return new Bill({ messages: priced.table, reports: new Map(named.map((report) => [report.id, report])) });
  }
}
