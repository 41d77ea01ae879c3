import { Module } from '@nestjs/common';
import { MetricsModule } from '../observability/metrics/metrics.module.js';
import { RateCardsModule } from '../rate-cards/rate-cards.module.js';
import { UpstreamModule } from '../upstream/upstream.module.js';
import { BillingService } from './billing.service.js';
import { CreditCalculatorService } from './credit-calculator.service.js';
import { CurrentPeriodService } from './current-period.service.js';

@Module({
  imports: [MetricsModule, RateCardsModule, UpstreamModule],
  providers: [BillingService, CreditCalculatorService, CurrentPeriodService],
  exports: [BillingService, CreditCalculatorService, UpstreamModule],
})
export class BillingModule {}
