import { Global, Module } from '@nestjs/common';
import { BillEvents } from '../../billing/bill-events.js';
import { BillingModule } from '../../billing/billing.module.js';
import { BillingService } from '../../billing/billing.service.js';
import { LargeTexts } from '../../billing/large-texts.js';
import { LedgerStatus } from '../../billing/ledger-status.js';
import { MetricsModule } from '../../observability/metrics/metrics.module.js';
import { MetricsService } from '../../observability/metrics/metrics.service.js';
import { RateCardsModule } from '../../rate-cards/rate-cards.module.js';
import { RateCardsService } from '../../rate-cards/rate-cards.service.js';
import type { KeptLedger } from '../kept-ledger.js';
import { LEDGER, LedgerModule } from '../ledger.module.js';
import { Poller } from './poller.js';
import { Recorder } from './recorder.js';
import { RecorderState } from './recorder-state.js';

const RECORDER = Symbol('RECORDER');

/** Records the bills that are made, if a ledger is kept. */
@Global()
@Module({
  imports: [LedgerModule, BillingModule, MetricsModule, RateCardsModule],
  providers: [
    {
      provide: LedgerStatus,
      inject: [MetricsService, { token: LEDGER, optional: true }],
      useFactory: (metrics: MetricsService, ledger?: KeptLedger) => new RecorderState(metrics, ledger?.settings.source),
    },
    {
      provide: RECORDER,
      inject: [
        LedgerStatus,
        RateCardsService,
        BillEvents,
        BillingService,
        LargeTexts,
        { token: LEDGER, optional: true },
      ],
      useFactory: (
        state: RecorderState,
        { schedule }: RateCardsService,
        events: BillEvents,
        billing: BillingService,
        largeTexts: LargeTexts,
        ledger?: KeptLedger,
      ) =>
        ledger &&
        new Poller(billing, new Recorder(ledger.worker, schedule, state, events, largeTexts), ledger.settings.pollMs),
    },
  ],
  exports: [LedgerStatus],
})
export class RecorderModule {}
