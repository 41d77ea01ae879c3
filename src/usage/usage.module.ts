import { Module } from '@nestjs/common';
import { BillingModule } from '../billing/billing.module.js';
import { UsageController } from './usage.controller.js';
import { UsageFilesController } from './usage-files.controller.js';
import { UsageFilesService } from './usage-files.service.js';
import { UsageService } from './usage.service.js';

/** `GET /usage`, and the bill as files; through {@link BillingModule} it holds the calculator and the upstream service. */
@Module({
  imports: [BillingModule],
  controllers: [UsageController, UsageFilesController],
  providers: [UsageService, UsageFilesService],
  exports: [BillingModule],
})
export class UsageModule {}
