import { Logger, type OnModuleInit } from '@nestjs/common';
import { Bill } from '../../billing/bill.js';
import { LedgerUnavailableError } from '../../billing/ledger.errors.js';
import { createMessagePricer } from '../../period/message-pricer.js';
import { PricedMessages } from '../../period/priced-messages.js';
import type { IdentifiedRateCard } from '../../rate-cards/identified-rate-card.js';
import { mapSchedule, type Schedule } from '../../time/schedule.js';
import { sendBill } from '../recorder/send-bill.js';
import type { LedgerWorker } from '../worker/ledger-worker.js';
import { type PastReading, pastReadings } from './past-readings.js';

/**
 * Gives the ledger of the demo a past: readings with their own times, recorded as any other before
 * the service listens. `rateCards` price their texts.
 */
export class SamplePast implements OnModuleInit {
  private readonly logger = new Logger('Ledger');

  constructor(
    private readonly worker: LedgerWorker,
    private readonly rateCards: Schedule<IdentifiedRateCard>,
  ) {}

  async onModuleInit(): Promise<void> {
    try {
      for (const reading of pastReadings())
        await sendBill(this.worker, this.toBill(reading), this.rateCards, reading.atMs);
    } catch (error) {
      if (!(error instanceof LedgerUnavailableError)) throw error;
      this.logger.error(`the sample has no past periods: ${error.message}`);
    }
  }

  private toBill({ messages, reports }: PastReading): Bill {
    const priced = new PricedMessages(createMessagePricer(mapSchedule(this.rateCards, ({ card }) => card)));
    priced.collect(messages);
    const named = priced.table.totals.reportIds.flatMap((id) => reports.get(id) ?? []);
    return new Bill({ messages: priced.table, reports: new Map(named.map((report) => [report.id, report])) });
  }
}
