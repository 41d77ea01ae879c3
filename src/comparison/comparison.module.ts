import { Module } from '@nestjs/common';
import { RateCardsModule } from '../rate-cards/rate-cards.module.js';
import { UsageModule } from '../usage/usage.module.js';
import { ComparisonController } from './comparison.controller.js';
import { ComparisonService } from './comparison.service.js';

@Module({
  imports: [RateCardsModule, UsageModule],
  controllers: [ComparisonController],
  providers: [ComparisonService],
})
export class ComparisonModule {}
