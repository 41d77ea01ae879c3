import { Module } from '@nestjs/common';
import { RateCardsModule } from '../rate-cards/rate-cards.module.js';
import { BillingModule } from '../billing/billing.module.js';
import { ReceiptsController } from './receipts.controller.js';
import { ReceiptsService } from './receipts.service.js';

@Module({ imports: [RateCardsModule, BillingModule], controllers: [ReceiptsController], providers: [ReceiptsService] })
export class ReceiptsModule {}
