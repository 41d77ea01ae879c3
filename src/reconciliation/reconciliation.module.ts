import { Module } from '@nestjs/common';
import { BillingModule } from '../billing/billing.module.js';
import { RateCardsModule } from '../rate-cards/rate-cards.module.js';
import { ReconciliationController } from './reconciliation.controller.js';
import { ReconciliationService } from './reconciliation.service.js';

@Module({
  imports: [BillingModule, RateCardsModule],
  controllers: [ReconciliationController],
  providers: [ReconciliationService],
})
export class ReconciliationModule {}
