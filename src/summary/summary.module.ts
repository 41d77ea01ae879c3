import { Module } from '@nestjs/common';
import { BillingModule } from '../billing/billing.module.js';
import { SummaryController } from './summary.controller.js';
import { SummaryFilesController } from './summary-files.controller.js';
import { SummaryService } from './summary.service.js';

@Module({
  imports: [BillingModule],
  controllers: [SummaryController, SummaryFilesController],
  providers: [SummaryService],
})
export class SummaryModule {}
