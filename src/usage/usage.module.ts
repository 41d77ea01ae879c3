import { Module } from '@nestjs/common';
import { CreditCalculatorService } from './credit-calculator.service.js';
import { UpstreamModule } from './upstream/upstream.module.js';
import { UsageController } from './usage.controller.js';
import { UsageService } from './usage.service.js';

@Module({
  imports: [UpstreamModule],
  controllers: [UsageController],
  providers: [CreditCalculatorService, UsageService],
})
export class UsageModule {}
