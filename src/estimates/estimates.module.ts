import { Module } from '@nestjs/common';
import { RateCardsModule } from '../rate-cards/rate-cards.module.js';
import { RateLimitsModule } from '../http/edge/rate-limits.module.js';
import { UsageModule } from '../usage/usage.module.js';
import { EstimatesController } from './estimates.controller.js';
import { EstimatesService } from './estimates.service.js';

@Module({
  imports: [RateCardsModule, RateLimitsModule, UsageModule],
  controllers: [EstimatesController],
  providers: [EstimatesService],
})
export class EstimatesModule {}
