import { Module } from '@nestjs/common';
import { BillingModule } from '../billing/billing.module.js';
import { PeriodsController } from './periods.controller.js';
import { PeriodsService } from './periods.service.js';

@Module({ imports: [BillingModule], controllers: [PeriodsController], providers: [PeriodsService] })
export class PeriodsModule {}
