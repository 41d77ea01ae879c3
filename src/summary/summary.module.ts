import { Module } from '@nestjs/common';
import { BillingModule } from '../billing/billing.module.js';
import { SummaryController } from './summary.controller.js';
import { SummaryService } from './summary.service.js';

@Module({ imports: [BillingModule], controllers: [SummaryController], providers: [SummaryService] })
export class SummaryModule {}
