import { Module } from '@nestjs/common';
import { RateCardsModule } from '../rate-cards/rate-cards.module.js';
import { BillingModule } from '../billing/billing.module.js';
import { CurrentAdjustmentsService } from './current-adjustments.service.js';
import { PastReceiptsService } from './past-receipts.service.js';
import { ReceiptFilesController } from './receipt-files.controller.js';
import { ReceiptsController } from './receipts.controller.js';
import { ReceiptsService } from './receipts.service.js';

@Module({
  imports: [RateCardsModule, BillingModule],
  controllers: [ReceiptsController, ReceiptFilesController],
  providers: [CurrentAdjustmentsService, PastReceiptsService, ReceiptsService],
})
export class ReceiptsModule {}
