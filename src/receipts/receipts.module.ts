import { Module } from '@nestjs/common';
import { RateCardsModule } from '../rate-cards/rate-cards.module.js';
import { UsageModule } from '../usage/usage.module.js';
import { ReceiptsController } from './receipts.controller.js';
import { ReceiptsService } from './receipts.service.js';

@Module({ imports: [RateCardsModule, UsageModule], controllers: [ReceiptsController], providers: [ReceiptsService] })
export class ReceiptsModule {}
