import { Module } from '@nestjs/common';
import { BillingModule } from '../billing/billing.module.js';
import { UsageController } from './usage.controller.js';
import { UsageService } from './usage.service.js';

/** `GET /usage`; through {@link BillingModule} it holds the calculator and the upstream service. */
@Module({
  imports: [BillingModule],
  controllers: [UsageController],
  providers: [UsageService],
  exports: [BillingModule],
})
export class UsageModule {}
