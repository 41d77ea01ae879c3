import { Module } from '@nestjs/common';
import { MetricsModule } from '../observability/metrics/metrics.module.js';
import { RateCardsModule } from '../rate-cards/rate-cards.module.js';
import { UpstreamModule } from '../upstream/upstream.module.js';
import { BillEvents } from './bill-events.js';
import { BillOfPeriodService } from './bill-of-period.service.js';
import { BillObservers } from './bill-observers.js';
import { BillingService } from './billing.service.js';
import { CreditCalculatorService } from './credit-calculator.service.js';
import { CurrentPeriodService } from './current-period.service.js';
import { LargeTexts } from './large-texts.js';
import { PeriodReader } from './period-reader.js';
import { UpstreamReads } from './upstream-reads.js';

@Module({
  imports: [MetricsModule, RateCardsModule, UpstreamModule],
  providers: [
    BillEvents,
    BillObservers,
    BillOfPeriodService,
    BillingService,
    CreditCalculatorService,
    CurrentPeriodService,
    LargeTexts,
    PeriodReader,
    UpstreamReads,
  ],
  exports: [BillEvents, BillOfPeriodService, BillingService, CreditCalculatorService, LargeTexts, UpstreamModule],
})
export class BillingModule {}
