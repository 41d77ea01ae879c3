import { Module } from '@nestjs/common';
import { MetricsModule } from '../observability/metrics/metrics.module.js';
import { RateCardsModule } from '../rate-cards/rate-cards.module.js';
import { BillingService } from '../billing/billing.service.js';
import { CreditCalculatorService } from '../billing/credit-calculator.service.js';
import { CurrentPeriodService } from '../billing/current-period.service.js';
import { UpstreamModule } from '../upstream/upstream.module.js';
import { UsageController } from './usage.controller.js';
import { UsageService } from './usage.service.js';

@Module({
  imports: [MetricsModule, RateCardsModule, UpstreamModule],
  controllers: [UsageController],
  providers: [BillingService, CreditCalculatorService, CurrentPeriodService, UsageService],
  exports: [BillingService, CreditCalculatorService],
})
export class UsageModule {}
